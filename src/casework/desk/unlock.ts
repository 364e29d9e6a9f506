import { lockKeys, lockLimits } from "../../register/proof-locks.ts";
import type { Limits } from "../../store/ports/limits.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { checkedReason } from "../reason.ts";
import type { Ticket } from "../ticket.ts";
import { type Caller, ticketFor } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { audited } from "./reveal.ts";

type Unlocking = Pick<Desk, "store" | "districts" | "auditKey" | "personOf">;

/** `mentioned` names the entry whose number is meant, where a ticket mentions several people's. */
type Unlock = { reason: string; mentioned?: string | undefined };

/**
 * Lifts the lock that wrong proofs have put on the person of a ticket, for a reason that is written down first: a citizen
 * who is locked out writes to an officer, and often types their NIK there. Rejects as every act does, and with BAD_REQUEST
 * where the ticket names nobody by NIK or several. Resolves with whether the person was locked.
 */
export async function unlockByTicket(desk: Unlocking, number: string, caller: Caller, given: Unlock): Promise<boolean> {
  const ticket = await ticketFor(desk, number, caller, "unlock");
  const reason = checkedReason(given.reason);
  const nik = nikOf(ticket, given.mentioned);
  return unlockPerson(desk, nik, { actor: caller.by, subject: number, reason });
}

/** The same for a NIK that somebody has shown. */
export async function unlockPerson(
  desk: Pick<Unlocking, "store" | "auditKey" | "personOf">,
  nik: string,
  { actor, subject, reason }: { actor: string; subject: string; reason: string },
): Promise<boolean> {
  const person = desk.personOf(nik);
  const because = checkedReason(reason);
  const wasLocked = await isPersonLocked(desk.store, person);
  await audited(desk, { actor, action: "proof-unlock", subject, reason: because });
  await desk.store.clearCounts(lockKeys(person));
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

async function isPersonLocked({ highestCount }: Pick<Limits, "highestCount">, person: string): Promise<boolean> {
  const reached = await Promise.all(
    lockLimits(person).map(async ({ key, limit }) => (await highestCount(key)) >= limit),
  );
  return reached.some(Boolean);
}
