import type { AuditEntry } from "../privacy/audit.ts";
import type { Audit } from "./ports/audit.ts";

/**
 * Appends to a chain by its last entry: `add` is false when somebody was quicker, whose entry is then looked at first. One
 * at a time in a process, so that it does not race itself.
 */
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
