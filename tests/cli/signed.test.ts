import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const directory = mkdtempSync(join(tmpdir(), "sapa-signed-"));
const UNREACHED = "No message from here reaches Dina: tell them of it yourself.\n";
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function sapa(...args: string[]): Promise<string> {
  const env = { ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan" };
  const { status, out, errors } = await sapaHere(args, { cwd: directory, env });
  const isGiven = args[1] === "transfer";
  expect([status, errors]).toEqual([0, isGiven ? `${args[2]}: ${UNREACHED}` : ""]);
  return out;
}

it("every act of a command is recorded under an officer or the machine's user", async () => {
  const own = `operator:${userInfo().username}`;
  await sapa("staff", "add", "dina", "--district", "lamongan", "--name", "Dina", "--rung", "dinsos");
  const given = ["--district", "lamongan", "--category", "card", "--nik", "3524015206799901", "--json"];
  const opened = async (...by: string[]) =>
    JSON.parse(await sapa("tickets", "new", ...given, "--text", `KKS hilang ${by.length}`, ...by)) as {
      number: string;
      openedBy: string;
    };
  const { number, openedBy } = await opened();
  expect([openedBy, (await opened("--by", "dina")).openedBy]).toEqual([own, "dina"]);
  await sapa("tickets", "note", number, "cek ke desa");
  await sapa("tickets", "note", number, "sudah dicek", "--by", "dina");
  await sapa("tickets", "amend", number, "--reason", "salah desa", "--place", "Jegreg");
  await sapa("tickets", "show", number, "--reveal", "cocokkan KTP di loket");
  await sapa("proof", "unlock", "--ticket", number);
  await sapa("tickets", "transfer", number, "--to", "dina");
  await sapa("staff", "off", "dina");
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  const { events } = (await store.ticket(number)) ?? { events: [] };
  const signed = events.filter(({ by }) => by !== "system").map(({ type, by }) => [type, by]);
  expect(signed).toEqual([
    ["note", own],
    ["note", "dina"],
    ["amend", own],
    ["assign", own],
    ["assign", own],
  ]);
  const audit = (await store.auditEntries(1, 10)).map(({ action, actor }) => [action, actor]);
  expect(audit).toEqual([
    ["reveal", own],
    ["proof-unlock", own],
  ]);
  await store.close();
}, 120_000);
