import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const HEADERS = { register: "nik,no_kk,nama,kode_wilayah,status_data", aid: "nik,program,status,bulan" };
const TEN = Array.from({ length: 10 }, (_, index) => index);
const nik = (index: number): string => `352401120385${9_000 + index}`;
const person = (index: number, status = "VALID"): string => `${nik(index)},3524010201199901,WARGA,3524012001,${status}`;
const payment = (index: number): string => `${nik(index)},PKH,TERSALUR,2026-10`;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-dry-run-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function importOf(kind: "register" | "aid", rows: string[], ...args: string[]) {
  const { status, out, errors } = await sapaHere(["import", kind, "-", "--district", "lamongan", ...args], {
    cwd: directory,
    env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" },
    input: `${[HEADERS[kind], ...rows].join("\n")}\n`,
  });
  return { code: status, out, errors };
}

describe("a dry run ends as the import itself would", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    expect(
      (
        await importOf(
          "register",
          TEN.map((index) => person(index)),
        )
      ).code,
    ).toBe(0);
    expect((await importOf("aid", TEN.map(payment))).code).toBe(0);
  });

  it.each([
    ["status words without a mapping", "register", TEN.map((index) => person(index, "ANEH")), "--allow-unknown"],
    [
      "rows that are refused",
      "register",
      TEN.map((index) => (index > 7 ? "3.52401E+15,3524010201199901,WARGA,3524012001,VALID" : person(index))),
      "--allow-refused",
    ],
    ["people missing from the list", "register", TEN.slice(5).map((index) => person(index)), "--allow-shrink"],
    ["payments missing from the list", "aid", TEN.slice(5).map(payment), "--allow-shrink"],
    [
      "people who are not valid any more",
      "register",
      TEN.map((index) => person(index, "TIDAK_VALID")),
      "--allow-invalid",
    ],
  ] as const)("%s", async (_, kind, rows, option) => {
    const dry = await importOf(kind, rows, "--dry-run");
    const real = await importOf(kind, rows);
    const [, why = "nothing"] = /^nothing was changed: (.*?)(?:; rows to look at, [^;]*)?\n$/.exec(real.errors) ?? [];
    expect(why).toContain(option);
    expect(dry.code).toBe(real.code);
    expect(dry.code).toBe(1);
    expect(dry.out.trimEnd().split("\n").at(-1)).toBe(`this list would be refused: ${why}`);
    const json = await importOf(kind, rows, "--dry-run", "--json");
    const { live, stops } = JSON.parse(json.out) as { live: boolean; stops: string[] };
    expect({ code: json.code, live, why: stops.join("; ") }).toEqual({ code: 1, live: false, why });
    const lifted = await importOf(kind, rows, "--dry-run", "--allow-unknown", "--allow-invalid", option);
    expect({ code: lifted.code, last: lifted.out.trimEnd().split("\n").at(-1) }).toEqual({
      code: 0,
      last: "dry run, nothing was changed",
    });
  });
});
