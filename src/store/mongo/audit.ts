import { AuditEntry } from "../../privacy/audit.ts";
import type { Audit } from "../store.ts";
import type { Context } from "./context.ts";
import { unlessThere } from "./errors.ts";

const read = (text: string): AuditEntry => AuditEntry.parse(JSON.parse(text));

/** The audit chain: the serial is the `_id`, so that of two writers one has to look at the other's entry first. */
export function mongoAudit({ at }: Context): Audit {
  let turn: Promise<unknown> = Promise.resolve();

  async function append(next: Parameters<Audit["appendAudit"]>[0]): Promise<AuditEntry> {
    for (;;) {
      const [last] = await at.audit.find().sort({ _id: -1 }).limit(1).toArray();
      const entry = next(last && read(last.entry));
      if (await unlessThere(at.audit.insertOne({ _id: entry.serial, entry: JSON.stringify(entry) }))) return entry;
    }
  }

  return {
    async appendAudit(next) {
      const mine = turn.then(() => append(next));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async auditEntries(from, limit) {
      const entries = await at.audit
        .find({ _id: { $gte: from } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return entries.map(({ entry }) => read(entry));
    },
  };
}
