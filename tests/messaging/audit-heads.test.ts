import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditAct } from "../../src/casework/desk/reveal.ts";
import { brokenHead, noteAuditHead, readHeads } from "../../src/messaging/audit-heads.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { storeOptions } from "../support/keys.ts";
import { stages } from "../support/messaging.ts";

const DAY = 86_400_000;
const MONDAY = Date.parse("2026-11-23T09:00+07:00");
let directory: string;
let heads: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-heads-"));
  heads = join(directory, "audit-heads.jsonl");
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const file = () => join(directory, "sapa.db");
async function opened() {
  const store = await openSqlite(`sqlite:${file()}`, storeOptions());
  const { messaging, lines } = await stages({ store });
  const look = (subject: string) =>
    auditAct(messaging, { actor: "sari", action: "reveal", subject, reason: "di loket" });
  const broken = async () => {
    const entries = await store.auditEntries(1, 1_000);
    return brokenHead(await readHeads(heads), new Map(entries.map((one) => [one.serial, one])));
  };
  return { store, messaging, lines, look, broken };
}

describe("the daily heads of the audit chain", () => {
  it("are appended to a private file once a day, and written to the log", async () => {
    const { store, messaging, lines, look } = await opened();
    await noteAuditHead(messaging, heads, MONDAY);
    expect(await readHeads(heads)).toEqual([]);
    await look("LMG-1");
    await noteAuditHead(messaging, heads, MONDAY);
    await look("LMG-2");
    await noteAuditHead(messaging, heads, MONDAY + 1);
    await noteAuditHead(messaging, heads, MONDAY + DAY);
    expect(await readHeads(heads)).toMatchObject([
      { day: "2026-11-23", serial: 1 },
      { day: "2026-11-24", serial: 2 },
    ]);
    expect(statSync(heads).mode & 0o777).toBe(0o600);
    expect(readFileSync(heads, "utf8")).not.toMatch(/LMG|sari|loket/);
    expect(lines.filter(({ message }) => message === "head of the audit chain")).toHaveLength(2);
    await store.close();
  });

  it("show that the end of the chain was cut, although the rest of the chain is valid", async () => {
    const first = await opened();
    for (const subject of ["a", "b", "c"]) await first.look(subject);
    await noteAuditHead(first.messaging, heads, MONDAY);
    expect(await first.broken()).toBeUndefined();
    await first.store.close();
    const db = new DatabaseSync(file());
    db.exec("delete from audit where serial = 3");
    db.close();
    const second = await opened();
    expect(await second.broken()).toMatchObject({ day: "2026-11-23", serial: 3 });
    await second.look("another in its place");
    expect(await second.broken()).toMatchObject({ serial: 3 });
    await second.store.close();
  });
});
