import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeImport } from "../../src/cli/import-lines.ts";
import { loadDistricts } from "../../src/districts/index.ts";
import { readBatches } from "../../src/imports/batches.ts";
import { importFile } from "../../src/imports/import.ts";
import type { District } from "../../src/register/district.ts";
import { MOST_ROWS_OF_NUMBER } from "../../src/register/placeholder.ts";
import type { RowKind } from "../../src/register/recipient.ts";
import type { Register } from "../../src/store/ports/register.ts";
import { DISTRICTS } from "../support/areas.ts";
import { type Fickle, fickleStores } from "../support/fickle-stores.ts";
import { KEYS } from "../support/keys.ts";
import { words } from "../support/shipped-words.ts";

const [district] = loadDistricts(DISTRICTS, ["lamongan"]);
const MANY = 2 * MOST_ROWS_OF_NUMBER + 300;
const TYPED_EVERYWHERE = "3524011203859999";
const KK_EVERYWHERE = "3524010201199999";
const nik = (index: number): string => `352401120385${9_000 + index}`;
const kk = (index: number): string =>
  `352401${String(1 + Math.floor(index / 900)).padStart(2, "0")}0119${9_000 + (index % 900)}`;
const letters = (index: number): string =>
  [...String(index)].map((digit) => String.fromCharCode(65 + Number(digit))).join("");

describe.each(fickleStores)("one number on very many rows of a list, on $name", { timeout: 60_000 }, ({ open }) => {
  let directory: string;
  let opened: Fickle;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "sapa-placeholders-"));
    opened = await open();
  });
  afterEach(async () => {
    await opened.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** `handed.most` is the largest number of rows that one call of `sharedNiks` or `rowsOfNumber` returned. */
  function watched() {
    const handed = { most: 0 };
    const register: Pick<Register, "newGeneration" | "generation"> = {
      generation: opened.store.generation,
      async newGeneration(...args) {
        const generation = await opened.store.newGeneration(...args);
        const watch =
          <Args extends unknown[], Row>(hand: (...args: Args) => Promise<Row[]>) =>
          async (...given: Args) => {
            const rows = await hand(...given);
            handed.most = Math.max(handed.most, rows.length);
            return rows;
          };
        const { sharedNiks, rowsOfNumber } = generation;
        return { ...generation, sharedNiks: watch(sharedNiks), rowsOfNumber: watch(rowsOfNumber) };
      },
    };
    return { register, handed };
  }

  async function take(kind: RowKind, lines: string[]) {
    const path = join(directory, "list.csv");
    writeFileSync(path, lines.join("\n"));
    const { register, handed } = watched();
    const listed: string[] = [];
    const summary = await importFile({
      kind,
      district: district as District,
      batches: readBatches(path),
      register,
      keys: KEYS,
      packs: DISTRICTS,
      words,
      asOf: "2026-11-23",
      today: "2026-11-23",
      allowed: { unknown: true, refused: true, shrink: true, invalid: true, older: true, elsewhere: true, cut: true },
      onFinding: (row, code) => listed.push(`${row},${code}`),
    });
    return { summary, listed, told: describeImport(summary, null), most: handed.most };
  }

  it("a NIK is removed: its people stay, and are found by their card's number", async () => {
    const lines = [
      "nik,no_kk,nama,status_data,alasan",
      ...Array.from({ length: MANY }, (_, index) => `${TYPED_EVERYWHERE},${kk(index)},WARGA ${letters(index)},VALID,`),
      `${nik(1)},${kk(1)},SITI AMINAH,VALID,`,
      `${nik(2)},${kk(2)},SLAMET,VALID,`,
      `${nik(2)},${kk(2)},WAGIMAN,VALID,`,
    ];
    const { summary, listed, told, most } = await take("register", lines);
    expect(summary).toMatchObject({ taken: MANY + 3, valid: 1, unread: 0, nikFaults: { NIK_CROWDED: MANY } });
    expect(summary.invalid).toEqual({ TIDAK_DIKETAHUI: MANY, NIK_GANDA: 2 });
    expect(most).toBeLessThanOrEqual(MOST_ROWS_OF_NUMBER);
    expect(told).toContain(
      `${MANY} people with a NIK that more than ${MOST_ROWS_OF_NUMBER} rows have, so that it is nobody's own; taken as without a NIK (rows 2, 3, 4, 5, 6 ...)`,
    );
    expect(listed).toHaveLength(MANY + 2);
    expect(listed[0]).toBe("2,NIK_CROWDED");
    expect(listed.at(-1)).toBe(`${MANY + 4},NIK_SHARED`);
    const { store } = opened;
    expect(await store.recipientsByNik("lamongan", TYPED_EVERYWHERE)).toEqual([]);
    expect(await store.recipientsByNik("lamongan", nik(1))).toMatchObject([{ name: "SITI AMINAH", valid: true }]);
    expect(await store.recipientsByKk("lamongan", kk(7))).toMatchObject([
      { nik: "", name: "WARGA H", valid: false, reasons: ["TIDAK_DIKETAHUI"] },
    ]);
    const again = await take("register", lines);
    expect(again.summary.changes).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: MANY + 3 });
  });

  it("a family card's number is removed: it proves nothing, and its people keep their other facts", async () => {
    const lines = [
      "nik,no_kk,nama,status_data,alasan",
      ...Array.from({ length: 800 }, (_, index) => `${nik(index)},${KK_EVERYWHERE},WARGA ${letters(index)},VALID,`),
      `${nik(5)},${KK_EVERYWHERE},SLAMET,VALID,`,
    ];
    const { summary, listed, told, most } = await take("register", lines);
    expect(summary).toMatchObject({ taken: 801, valid: 799, kkFaults: { KK_CROWDED: 801 }, invalid: { NIK_GANDA: 2 } });
    expect(most).toBeLessThanOrEqual(MOST_ROWS_OF_NUMBER);
    expect(told).toContain(
      `801 people with a family-card number that more than ${MOST_ROWS_OF_NUMBER} rows have, so that it proves nothing and is not taken; they read 'registered' only (rows 2, 3, 4, 5, 6 ...)`,
    );
    expect(listed.filter((line) => line.endsWith("NIK_SHARED"))).toEqual(["7,NIK_SHARED", "802,NIK_SHARED"]);
    expect(await opened.store.recipientsByNik("lamongan", nik(1))).toEqual([
      expect.not.objectContaining({ kk: expect.anything() }),
    ]);
    expect(await opened.store.recipientsByKk("lamongan", KK_EVERYWHERE)).toEqual([]);
  });

  it("payments under a removed NIK are kept, but no citizen finds them", async () => {
    const lines = [
      "nik,program,status,nominal",
      ...Array.from({ length: MANY }, (_, index) => `${TYPED_EVERYWHERE},PKH,TERSALUR,${1_000 + index}`),
      `${nik(1)},PKH,TERSALUR,300000`,
    ];
    const { summary, told, most } = await take("aid", lines);
    expect(summary).toMatchObject({ taken: MANY + 1, nikFaults: { NIK_CROWDED: MANY }, live: true });
    expect(most).toBeLessThanOrEqual(MOST_ROWS_OF_NUMBER);
    expect(told.join("\n")).toContain(`${MANY} payments with a NIK that more than`);
    expect(await opened.store.aidByNik("lamongan", TYPED_EVERYWHERE)).toEqual([]);
    expect(await opened.store.aidByNik("lamongan", nik(1))).toMatchObject([{ amount: 300_000 }]);
  });
});
