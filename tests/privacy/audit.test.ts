import { describe, expect, it } from "vitest";
import { type AuditEntry, isNextEntry, nextEntry } from "../../src/privacy/audit.ts";

const key = Buffer.alloc(32, "k");
const chain: AuditEntry[] = [];
for (const reason of ["aduan", "telepon", "kunjungan", "berkas"]) {
  chain.push(
    nextEntry(chain.at(-1), { at: 1_000, actor: "wati", action: "reveal", subject: "LMG-26-000123-7", reason }, key),
  );
}
const brokenAt = (entries: readonly AuditEntry[], with_ = key): number =>
  entries.findIndex((entry, index) => !isNextEntry(entries[index - 1], entry, with_));

describe("the audit chain", () => {
  it("holds", () => expect(brokenAt(chain)).toBe(-1));

  it.each(["at", "actor", "action", "subject", "reason", "mac", "serial"] as const)(
    "shows that %s was changed",
    (field) => {
      const value = typeof chain[1]?.[field] === "number" ? 7 : "x";
      expect(brokenAt(chain.map((entry, index) => (index === 1 ? { ...entry, [field]: value } : entry)))).toBe(1);
    },
  );

  it.each([
    ["an entry removed", [0, 2, 3], 1],
    ["the first removed", [1, 2, 3], 0],
    ["two swapped", [0, 2, 1, 3], 1],
    ["one repeated", [0, 1, 1, 2], 2],
  ])("shows %s", (_, order, at) => {
    expect(brokenAt(order.map((index) => chain[index] as AuditEntry))).toBe(at);
  });

  it("shows another key", () => expect(brokenAt(chain, Buffer.alloc(32, "z"))).toBe(0));
});
