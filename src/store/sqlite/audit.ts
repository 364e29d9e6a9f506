import { AuditEntry } from "../../privacy/audit.ts";
import type { Audit } from "../store.ts";
import type { SharedCommit } from "./shared-commit.ts";

const read = (text: unknown): AuditEntry => AuditEntry.parse(JSON.parse(String(text)));

/** The audit chain: appended, never changed. */
export function sqliteAudit(shared: SharedCommit): Audit {
  return {
    appendAudit: (next) =>
      shared.write((sql) => {
        const last = sql.get("select entry from audit order by serial desc limit 1");
        const entry = next(last && read(last.entry));
        sql.run("insert into audit values (?, ?)", entry.serial, JSON.stringify(entry));
        return entry;
      }),
    auditEntries: async (from, limit) =>
      shared
        .read((sql) => sql.all("select entry from audit where serial >= ? order by serial limit ?", from, limit))
        .map((row) => read(row.entry)),
  };
}
