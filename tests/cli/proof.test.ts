import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { lockKeys } from "../../src/register/proof-locks.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, storeOptions, testVault } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const NIK = "3524015206799901";
const TICKET = "LMG-26-000001-7";
const directory = mkdtempSync(join(tmpdir(), "sapa-proof-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function sapa(...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan" };
  const { status, out, errors } = await sapaHere(args, { cwd: directory, env });
  return { code: status, out: out + errors };
}

it("proof unlock unlocks a person by NIK or ticket while the service runs", async () => {
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  const person = testVault().index("nik", NIK);
  const keys = lockKeys(person).map((key) => key.replace("*", "chat"));
  const rules = keys.map((key) => ({ key, limit: 1, window: 3_600_000, add: 3 }));
  const counts = async () => (await store.count(rules.map((rule) => ({ ...rule, add: 0 })))).counts;
  const draft = { district: "lamongan", category: "not-paid", text: "x", locale: "id", openedAt: 1 } as const;
  await store.openTicket({ ...draft, number: TICKET, person: { nik: NIK } });
  await store.openTicket({ ...draft, number: "LMG-26-000002-5", person: {} });
  const mentioned = [{ label: "nik" as const, number: NIK }];
  await store.openTicket({ ...draft, number: "LMG-26-000003-3", person: {}, mentioned });
  const officer = { name: "x", district: "lamongan", areas: [], allAreas: true, sensitive: false, active: true };
  await store.saveOfficer({ ...officer, id: "sari", rung: "village" });
  await store.saveOfficer({ ...officer, id: "dina", rung: "dinsos" });
  for (const args of [
    [NIK, "--district", "lamongan"],
    ["--ticket", TICKET],
    ["--ticket", "lmg 26 000003 3", "--by", "dina"],
  ]) {
    await store.count(rules);
    expect(await sapa("proof", "unlock", ...args)).toEqual({ code: 0, out: "unlocked\n" });
    expect(await counts()).toEqual([0, 0, 0, 0]);
  }
  expect(await sapa("proof", "unlock", "--ticket", TICKET)).toEqual({
    code: 0,
    out: expect.stringMatching(/^was not locked.*\n$/),
  });
  for (const args of [
    [],
    [NIK, "--ticket", TICKET],
    ["123"],
    ["--ticket", "LMG-26-000002-5"],
    [NIK, "--district", "x"],
    [NIK, "--reason", "....."],
  ])
    expect((await sapa("proof", "unlock", ...args)).code, args.join(" ")).toBe(2);
  for (const args of [[NIK], ["--ticket", TICKET]])
    expect((await sapa("proof", "unlock", ...args, "--by", "sari")).code, args.join(" ")).toBe(1);
  const audit = await store.auditEntries(0, 10);
  expect(audit.map(({ action, subject }) => [action, subject])).toEqual([
    ["proof-unlock", person],
    ["proof-unlock", TICKET],
    ["proof-unlock", "LMG-26-000003-3"],
    ["proof-unlock", TICKET],
  ]);
  await store.close();
}, 240_000);
