import type { AuditEntry } from "../privacy/audit.ts";
import type { Audit } from "./ports/audit.ts";

export function auditChain(
  last: () => Promise<AuditEntry | undefined>,
  add: (entry: AuditEntry) => Promise<boolean>,
): Audit["appendAudit"] {
  let turn: Promise<unknown> = Promise.resolve();

  async function append(next: Parameters<Audit["appendAudit"]>[0]): Promise<AuditEntry> {
    for (;;) {
      const entry = next(await last());
      if (await add(entry)) return entry;
    }
  }

  return (next) => {
    const mine = turn.then(() => append(next));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
