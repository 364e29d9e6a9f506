import { brokenHead, readHeads } from "../../messaging/audit-heads.ts";
import type { AuditEntry } from "../../privacy/audit.ts";
import { fault, makeStoreCheck, ok } from "../check.ts";

/** `sapa audit verify` compares the whole chain. */
const NEWEST = 10;
const VERIFY = "npx --no sapa audit verify; then ask who changed the database, or which backup it is from";

export const auditCheck = makeStoreCheck("audit", async ({ store, config }) => {
  const heads = (await readHeads(config.auditHeads).catch(() => undefined))?.slice(-NEWEST);
  if (!heads) return [fault("AUDIT_HEADS cannot be read", "mend its rights or its path")];
  const entries = await Promise.all(heads.map(async ({ serial }) => (await store.auditEntries(serial, 1))[0]));
  const known = new Map(entries.flatMap((one): [number, AuditEntry][] => (one ? [[one.serial, one]] : [])));
  const broken = brokenHead(heads, known);
  return broken
    ? [fault(`the audit chain is not the one whose head was noted on ${broken.day}`, VERIFY)]
    : [
        ok(
          heads.length === 0
            ? "no head of the audit chain is noted yet"
            : "the audit chain holds the entries that its daily heads name",
        ),
      ];
});
