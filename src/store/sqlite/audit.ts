import { AuditEntry } from "../../privacy/audit.ts";
import { auditChain } from "../audit-chain.ts";
import type { Audit } from "../ports/audit.ts";
import type { SharedCommit } from "./shared-commit.ts";

/** `addAudit` returns false if another entry has the serial. */
export type AuditSteps = {
  lastAudit(): Promise<AuditEntry | undefined>;
  addAudit(entry: AuditEntry): Promise<boolean>;
};

const read = (text: unknown): AuditEntry => AuditEntry.parse(JSON.parse(String(text)));

export function sqliteAudit(shared: SharedCommit): Audit & AuditSteps {
  const steps: AuditSteps = {
    async lastAudit() {
      const row = shared.read((sql) => sql.get("select entry from audit order by serial desc limit 1"));
      return row && read(row.entry);
    },
    addAudit: (entry) =>
      shared.write(
        (sql) =>
          sql.run("insert into audit values (?, ?) on conflict do nothing", entry.serial, JSON.stringify(entry)) > 0,
      ),
  };
  return {
    ...steps,
    appendAudit: auditChain(steps.lastAudit, steps.addAudit),
    auditHead: steps.lastAudit,
    auditEntries: async (from, limit) =>
      shared
        .read((sql) => sql.all("select entry from audit where serial >= ? order by serial limit +?", from, limit))
        .map((row) => read(row.entry)),
  };
}
