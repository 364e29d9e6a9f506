import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const directory = mkdtempSync(join(tmpdir(), "sapa-confidential-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const sapa = (...args: string[]) =>
  sapaHere(args, { cwd: directory, env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan,jombang" } });
const PLACE = ["--district", "lamongan", "--area", "3524012001"];
let number = "";
let open = "";

beforeAll(async () => {
  await sapa("staff", "add", "ratna", ...PLACE.slice(0, 2), "--name", "Ratna", "--rung", "dinsos", "--sensitive");
  await sapa("staff", "add", "sari", ...PLACE, "--name", "Sari", "--rung", "village");
  const file = async (category: string) =>
    JSON.parse((await sapa("tickets", "new", ...PLACE, "--category", category, "--text", "x", "--json")).out).number;
  number = await file("cut");
  open = await file("quality");
}, 60_000);

it.each([
  ["answer", "kami cek"],
  ["ask", "kapan?"],
  ["close", "selesai"],
])("only a marked officer may do `tickets %s` on a confidential ticket", async (act, words) => {
  const { status, errors } = await sapa("tickets", act, number, words);
  expect([status, errors]).toEqual([1, expect.stringContaining("only a marked officer")]);
  expect((await sapa("tickets", act, open, words)).status).toBe(0);
});

it("an operator may add a note to a confidential ticket and transfer it", async () => {
  expect((await sapa("tickets", "note", number, "telepon masuk")).status).toBe(0);
  expect((await sapa("tickets", "transfer", number, "--to", "ratna")).status).toBe(0);
  expect((await sapa("tickets", "answer", number, "kami cek", "--by", "ratna")).status).toBe(0);
});

it("tickets list --by shows only the tickets that the officer may see", async () => {
  const seen = async (by: string) => (await sapa("tickets", "list", "--all", "--by", by)).out;
  expect(await seen("ratna")).toMatch(new RegExp(`${number}[\\s\\S]*${open}`));
  expect(await seen("sari")).toContain(open);
  expect(await seen("sari")).not.toContain(number);
  expect(await sapa("tickets", "list", "--by", "sari", "--district", "jombang")).toMatchObject({ status: 2 });
  expect(await sapa("tickets", "list", "--by", "nobody")).toMatchObject({ status: 2 });
});
