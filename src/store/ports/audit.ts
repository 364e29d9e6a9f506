import type { AuditEntry } from "../../privacy/audit.ts";

export type Audit = {
  /** Appends the entry that `next` makes from the last entry. */
  appendAudit(next: (last: AuditEntry | undefined) => AuditEntry): Promise<AuditEntry>;
  auditHead(): Promise<AuditEntry | undefined>;
  auditEntries(from: number, limit: number): Promise<AuditEntry[]>;
};
