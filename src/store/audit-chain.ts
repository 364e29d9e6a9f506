import type { AuditEntry } from "../privacy/audit.ts";
import type { Audit } from "./ports/audit.ts";

/**
 * Makes a function that appends after the last entry of the audit chain. `add` resolves with false if another process
 * has appended meanwhile. Then the function reads the new last entry and tries again. A process appends one entry at a
 * time, so it does not compete with itself.
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
