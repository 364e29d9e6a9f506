import { AuditEntry } from "../../privacy/audit.ts";
import { auditChain } from "../audit-chain.ts";
import type { Audit } from "../ports/audit.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

const readEntry = (text: string): AuditEntry => AuditEntry.parse(JSON.parse(text));

export function mongoAudit({ at }: Context): Audit {
  const auditHead = async () => {
    const [last] = await at.audit.find().sort({ _id: -1 }).limit(1).toArray();
    return last && readEntry(last.entry);
  };
  return {
    auditHead,
    appendAudit: auditChain(auditHead, (entry) =>
      insertOnce(at.audit.insertOne({ _id: entry.serial, entry: JSON.stringify(entry) })),
    ),
    async auditEntries(from, limit) {
      const entries = await at.audit
        .find({ _id: { $gte: from } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return entries.map(({ entry }) => readEntry(entry));
    },
  };
}
