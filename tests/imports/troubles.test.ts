import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { EVEN_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";

const HEADER = "nik,no_kk,nama,tanggal_lahir,jenis_kelamin,kode_wilayah,alamat,status_data,alasan";
const MANY = 9_000;
const dayOf = (index: number): string => String(1 + Math.floor(index / 1_000)).padStart(2, "0");
const nik = (index: number): string => `352401${dayOf(index)}0385${9_000 + (index % 1_000)}`;
const list = (name: string, count: number): string =>
  [
    HEADER,
    ...Array.from(
      { length: count },
      (_, index) => `${nik(index)},3524010201199901,${name},1985-03-${dayOf(index)},L,3524012001,KRAJAN,VALID,`,
    ),
  ].join("\n");

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-troubles-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** With `blocks`, no file may grow beyond this many blocks of 512 bytes, as on a full disk. */
async function run(name: string, { blocks }: { blocks?: number } = {}): Promise<{ code: number; errors: string }> {
  const sapa = [process.execPath, join(import.meta.dirname, "../../src/cli/sapa.ts")];
  const args = ["import", "register", name, "--district", "lamongan"];
  const limit = blocks === undefined ? "" : `trap "" XFSZ; ulimit -f ${blocks};`;
  const child = spawn("/bin/sh", ["-c", `${limit} exec "$@"`, "sh", ...sapa, ...args], {
    cwd: directory,
    env: { ...EVEN_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, "close");
  return { code, errors };
}

const write = (name: string, content: string) => writeFileSync(join(directory, name), content);
const files = () => readdirSync(join(directory, "data/register")).filter((name) => !/-(wal|shm)$/.test(name));

async function names(): Promise<string[]> {
  const store = await openSqlite(`sqlite:${join(directory, "data/sapa.db")}`, storeOptions());
  const found = await Promise.all([0, 1].map((index) => store.recipientsByNik("lamongan", nik(index))));
  await store.close();
  return found.map(([one]) => one?.name ?? "");
}

describe("an import that fails gives one sentence, and the live list stays", {
  timeout: 120_000,
}, () => {
  it("an import fails on a full disk, and succeeds when there is room again", async () => {
    write("old.csv", list("LAMA", 2));
    write("new.csv", list("BARU", MANY));
    expect(await run("old.csv")).toEqual({ code: 0, errors: "" });
    const before = files();
    const { code, errors } = await run("new.csv", { blocks: 1_500 });
    expect({ code, errors }).toEqual({
      code: 1,
      errors: expect.stringMatching(
        /^the database: the disk (is full|refused to read or write); the list that was live stays\n$/,
      ),
    });
    expect([files(), await names()]).toEqual([before, ["LAMA", "LAMA"]]);
    expect(await run("new.csv")).toEqual({ code: 0, errors: "" });
    expect(await names()).toEqual(["BARU", "BARU"]);
  });

  it("of two imports at the same time one goes live, and the other fails with a sentence", async () => {
    for (const name of ["LAMA", "BARU"]) write(`${name}.csv`, list(name, MANY));
    const ends = await Promise.all([run("LAMA.csv"), run("BARU.csv")]);
    const lost = ends.filter(({ code }) => code !== 0);
    for (const { code, errors } of lost)
      expect({ code, errors }).toEqual({
        code: 1,
        errors: expect.stringMatching(/^another import of this list .*\n$/),
      });
    expect(lost.length, "at most one of them").toBeLessThanOrEqual(1);
    const [first, second] = await names();
    expect(["LAMA", "BARU"]).toContain(first);
    expect(second).toBe(first);
    expect(files()).toHaveLength(1);
  });

  it("half a file is refused after the whole file, and the same file can be imported twice", async () => {
    const whole = list("LAMA", 200);
    write("whole.csv", whole);
    write("half.csv", whole.slice(0, whole.length / 2));
    expect(await run("whole.csv")).toEqual({ code: 0, errors: "" });
    expect(await run("whole.csv")).toEqual({ code: 0, errors: "" });
    const { code, errors } = await run("half.csv");
    expect({ code, lines: errors.trim().split("\n").length, errors }).toEqual({
      code: 1,
      lines: 1,
      errors: expect.stringContaining("--allow-shrink"),
    });
    expect(await names()).toEqual(["LAMA", "LAMA"]);
  });
});
