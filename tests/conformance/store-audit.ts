import { expect, it } from "vitest";
import { type AuditEntry, isNextEntry, nextEntry } from "../../src/privacy/audit.ts";
import type { StoreUnderTest } from "./store.ts";

const KEY = Buffer.alloc(32, "audit");

export function auditCases(store: StoreUnderTest): void {
  const append = (subject: string) =>
    store().appendAudit((last) =>
      nextEntry(last, { at: 1, actor: "sari", action: "reveal", subject, reason: "di loket" }, KEY),
    );

  it("fifty audit entries at the same time make one chain", async () => {
    expect(await store().auditHead()).toBeUndefined();
    await Promise.all(Array.from({ length: 50 }, (_, index) => append(`ticket-${index}`)));
    const entries = await store().auditEntries(1, 100);
    expect(entries.map(({ serial }) => serial)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    let last: AuditEntry | undefined;
    for (const entry of entries) {
      expect(isNextEntry(last, entry, KEY)).toBe(true);
      last = entry;
    }
    expect(await store().auditHead()).toEqual(last);
    expect((await store().auditEntries(41, 5)).map(({ serial }) => serial)).toEqual([41, 42, 43, 44, 45]);
  });
}
