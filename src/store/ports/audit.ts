import type { AuditEntry } from "../../privacy/audit.ts";

export type Audit = {
  /** Appends what `next` makes of the last entry. */
  appendAudit(next: (last: AuditEntry | undefined) => AuditEntry): Promise<AuditEntry>;
  auditHead(): Promise<AuditEntry | undefined>;
  auditEntries(from: number, limit: number): Promise<AuditEntry[]>;
};
