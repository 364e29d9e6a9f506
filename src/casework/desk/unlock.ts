import type { Messaging } from "../../messaging/messaging.ts";
import { isPersonLocked, lockKeys } from "../../messaging/proof-limits.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { checkedReason } from "../reason.ts";
import type { Ticket } from "../ticket.ts";
import { type Caller, ticketFor } from "./caller.ts";
import { audited } from "./reveal.ts";

type Unlocking = Pick<Messaging, "store" | "districts" | "auditKey" | "personOf">;

/** `mentioned` names the entry whose number is meant, where a ticket mentions several people's. */
type Unlock = { reason: string; mentioned?: string | undefined };

/**
 * Lifts the lock that wrong proofs have put on the person of a ticket, for a reason that is written down first: a citizen
 * who is locked out writes to an officer, and often types their NIK there. Rejects as every act does, and with BAD_REQUEST
 * where the ticket names nobody by NIK or several. Resolves with whether the person was locked.
 */
export async function unlockByTicket(
  messaging: Unlocking,
  number: string,
  caller: Caller,
  given: Unlock,
): Promise<boolean> {
  const ticket = await ticketFor(messaging, number, caller, "unlock");
  const reason = checkedReason(given.reason);
  const nik = nikOf(ticket, given.mentioned);
  return unlockPerson(messaging, nik, { actor: caller.by, subject: number, reason });
}

/** The same for a NIK that somebody has shown. */
export async function unlockPerson(
  messaging: Pick<Unlocking, "store" | "auditKey" | "personOf">,
  nik: string,
  { actor, subject, reason }: { actor: string; subject: string; reason: string },
): Promise<boolean> {
  const person = messaging.personOf(nik);
  const because = checkedReason(reason);
  const wasLocked = await isPersonLocked(messaging.store, person);
  await audited(messaging, { actor, action: "proof-unlock", subject, reason: because });
  await messaging.store.clearCounts(lockKeys(person));
  return wasLocked;
}

/** The ticket's own person; where none is known, the one person whose NIK its words mention. */
function nikOf({ person, mentioned }: Ticket, entry: string | undefined): string {
  if (entry === undefined && person.nik) return person.nik;
  const meant = mentioned.filter(({ label, entry: at }) => label === "nik" && (entry === undefined || at === entry));
  const niks = [...new Set(meant.map(({ number }) => number))];
  const [nik, ...more] = niks;
  if (nik === undefined)
    throw wrongField(
      entry === undefined ? "number" : "mentioned",
      "nobody is known here by NIK; amend the person first",
    );
  if (more.length > 0)
    throw wrongField("mentioned", "several people's NIK are mentioned; name the entry, or amend the person first");
  return nik;
}
