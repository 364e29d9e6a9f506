import { createHmac } from "node:crypto";
import type { Ticket } from "../complaints/ticket.ts";
import { AppError } from "../errors.ts";
import { nextEntry } from "../privacy/audit.ts";
import type { Messaging } from "./messaging.ts";

type Auditing = Pick<Messaging, "store" | "auditKey">;

/** The key of the audit chain, from the index key: another purpose, another key. */
export const auditKeyFrom = (indexKey: Buffer): Buffer => createHmac("sha256", indexKey).update("audit chain").digest();

/** A ticket's full numbers, its person's and those mentioned in its words, for a reason that is written down before they are shown. */
export async function revealedNumbers(messaging: Auditing, ticket: Ticket, actor: string, reason: string) {
  if (reason.trim().length < 5)
    throw new AppError("BAD_REQUEST", "say why, in a few words", { details: { field: "reason" } });
  const { person, mentioned } = ticket;
  // What shows nothing is no look at anybody's data: an entry for it would only hide those that are.
  if (!person.nik && !person.kk && mentioned.length === 0)
    throw new AppError("NOTHING_TO_REVEAL", "this ticket keeps no NIK and no KK number");
  await audited(messaging, { actor, action: "reveal", subject: ticket.number, reason: reason.trim() });
  return { nik: person.nik, kk: person.kk, mentioned };
}

/** Appends one line to the audit chain. */
export async function audited(
  { store, auditKey }: Auditing,
  words: { actor: string; action: string; subject: string; reason: string },
): Promise<void> {
  await store.appendAudit((last) => nextEntry(last, { at: Date.now(), ...words }, auditKey));
}
