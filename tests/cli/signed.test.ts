import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";

const directory = mkdtempSync(join(tmpdir(), "sapa-signed-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function sapa(...args: string[]): string {
  const main = join(import.meta.dirname, "../../src/cli/sapa.ts");
  const env = { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: directory,
    env,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
}

it("every act of a command is signed by an officer or by the machine's user", async () => {
  const own = `operator:${userInfo().username}`;
  sapa("staff", "add", "dina", "--district", "lamongan", "--name", "Dina", "--rung", "dinsos");
  const given = ["--district", "lamongan", "--category", "card", "--nik", "3524015206799901", "--json"];
  const opened = (...by: string[]) =>
    JSON.parse(sapa("tickets", "new", ...given, "--text", `KKS hilang ${by.length}`, ...by)) as {
      number: string;
      openedBy: string;
    };
  const { number, openedBy } = opened();
  expect([openedBy, opened("--by", "dina").openedBy]).toEqual([own, "dina"]);
  sapa("tickets", "note", number, "cek ke desa");
  sapa("tickets", "note", number, "sudah dicek", "--by", "dina");
  sapa("tickets", "amend", number, "--reason", "salah desa", "--place", "Jegreg");
  sapa("tickets", "show", number, "--reveal", "cocokkan KTP di loket");
  sapa("proof", "unlock", "--ticket", number);
  sapa("tickets", "transfer", number, "--to", "dina");
  sapa("staff", "off", "dina");
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
