import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommanderError } from "commander";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { command } from "../../src/cli/tickets.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";

const directory = mkdtempSync(join(tmpdir(), "sapa-list-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const NUMBER = "LMG-26-000001-7";
const ENVIRONMENT = {
  ...KEY_SETTINGS,
  DATA_DIR: directory,
  DISTRICTS: "lamongan,jombang",
  STORE_URL: "",
  REDIS_URL: "",
};

beforeEach(() => {
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
});
afterEach(() => void vi.unstubAllEnvs());

type Ran = { code: string; out: string; said: string };

async function tickets(...args: string[]): Promise<Ran> {
  const written = { out: "", said: "" };
  const into = (part: keyof typeof written) => (text: unknown) => {
    written[part] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(into("out"));
  const said = vi.spyOn(process.stderr, "write").mockImplementation(into("said"));
  const program = command().exitOverride();
  for (const sub of program.commands) sub.exitOverride();
  try {
    await program.parseAsync(args, { from: "user" });
    return { code: "done", ...written };
  } catch (thrown) {
    if (thrown instanceof AppError) return { code: thrown.code, out: written.out, said: thrown.message };
    if (thrown instanceof CommanderError) return { code: "usage", out: written.out, said: thrown.message };
    throw thrown;
  } finally {
    out.mockRestore();
    said.mockRestore();
  }
}

beforeAll(async () => {
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  const officer = { name: "Sari", district: "lamongan", areas: ["3524012001"], sensitive: false, active: true };
  await store.saveOfficer({ ...officer, id: "sari", rung: "village" });
  const draft = { district: "lamongan", text: "bau", locale: "id", openedAt: Date.now(), person: {} } as const;
  await store.openTicket({ ...draft, number: NUMBER, category: "quality", area: "3524012001" });
  await store.close();
});

it.each([
  [["--district", "atlantis"], /district.*atlantis.*lamongan.*jombang/],
  [["--category", "gossip"], /category.*gossip.*card.*quality/],
  [["--kind", "gossip"], /kind.*gossip.*complaint.*urgent/],
  [["--officer", "nobody"], /officer.*nobody.*sari/],
  [["--district", "jombang", "--officer", "sari"], /officer.*sari/],
  [["--area", "9999"], /area.*9999/],
  [["--limit", "abc"], /limit.*1 to 1000.*abc/],
  [["--limit", "0"], /limit.*1 to 1000/],
  [["--limit", "-1"], /limit.*1 to 1000/],
  [["--limit", "1.5"], /limit.*1 to 1000/],
  [["--limit", "100000"], /limit.*1 to 1000/],
  [["--after", "elsewhere"], /after/],
])("a list with a wrong value is refused in one sentence: %j", async (args, sentence) => {
  expect(await tickets("list", ...args)).toEqual({
    code: "BAD_REQUEST",
    out: "",
    said: expect.stringMatching(sentence),
  });
});

it.each(["--status", "--lane"])("tickets list has no option %s", async (option) => {
  expect(await tickets("list", option, "new")).toMatchObject({ code: "usage", said: expect.stringContaining(option) });
});

it("a refused list ends with 2 and one line on standard error", () => {
  const main = join(import.meta.dirname, "../../src/cli/sapa.ts");
  const env = { ...CHILD_ENVIRONMENT, ...ENVIRONMENT };
  const args = [main, "tickets", "list", "--limit", "abc"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: directory, env, encoding: "utf8" });
  expect([status, stdout, stderr.trim().split("\n")]).toEqual([2, "", [expect.stringContaining("limit")]]);
}, 30_000);

it("a list with known values shows the ticket", async () => {
  const filters = ["--district", "lamongan", "--category", "quality", "--kind", "complaint", "--area", "352401"];
  expect(await tickets("list", ...filters, "--limit", "1")).toMatchObject({
    code: "done",
    out: expect.stringContaining(NUMBER),
  });
});

it.each([
  [["--area", "3517012001"], "BAD_REQUEST", /area.*lamongan/],
  [["--programme", "ATLANTIS"], "BAD_REQUEST", /programme.*PKH/],
  [["--nik", "3524019999999901"], "BAD_REQUEST", /nik/],
  [["--kk", "12"], "BAD_REQUEST", /kk/],
  [["--category", "gossip"], "BAD_REQUEST", /category/],
  [["--name", "..."], "NO_WORDS", /name/],
  [["--text", "-----"], "NO_WORDS", /text/],
])("a ticket at the counter is refused for a wrong value: %j", async (args, code, said) => {
  const given = ["--district", "lamongan", "--category", "card", "--text", "KKS hilang", ...args];
  expect(await tickets("new", ...given)).toEqual({ code, out: "", said: expect.stringMatching(said) });
});

it.each([["LMG-26-000001-7"], ["Siti", "Aminah"]])(
  "tickets find refuses words as arguments and does not repeat them: %s %s",
  async (...args) => {
    const { code, out, said } = await tickets("find", ...args.filter((one) => typeof one === "string"));
    expect([code, out]).toEqual(["BAD_REQUEST", ""]);
    expect(said).toMatch(/shell's history.*\.\.\. \| npx --no sapa tickets find/);
    expect(said).not.toContain(args[0]);
  },
);

it("a ticket is found by each spelling of its number", async () => {
  for (const written of ["lmg-26-000001-7", "LMG 26 000001 7", "lmg260000017"])
    expect(await tickets("show", written)).toMatchObject({ code: "done", out: expect.stringContaining(NUMBER) });
  expect(await tickets("note", "lmg 26 000001 7", "cek ke desa")).toMatchObject({ code: "done" });
});

it("an answer leaves the officer's question open, and `proceed` needs an open question and a reason", async () => {
  const why = "warga tidak bisa dihubungi";
  expect(await tickets("proceed", NUMBER, why)).toMatchObject({ code: "TICKET_NOT_WAITING" });
  expect(await tickets("wait", NUMBER, "RT berapa?")).toMatchObject({ code: "done" });
  expect(await tickets("answer", NUMBER, "sedang kami cek")).toMatchObject({
    code: "done",
    out: expect.stringContaining("waiting"),
    said: expect.stringContaining("stays open"),
  });
  expect(await tickets("proceed", NUMBER, "ok")).toMatchObject({ code: "NO_REASON" });
  expect(await tickets("proceed", NUMBER, why)).toMatchObject({
    code: "done",
    out: expect.stringContaining("working"),
  });
});
