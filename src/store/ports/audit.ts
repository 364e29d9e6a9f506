import type { AuditEntry } from "../../privacy/audit.ts";

export type Audit = {
  appendAudit(next: (last: AuditEntry | undefined) => AuditEntry): Promise<AuditEntry>;
  auditHead(): Promise<AuditEntry | undefined>;
  auditEntries(from: number, limit: number): Promise<AuditEntry[]>;
};
