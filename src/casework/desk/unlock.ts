import { lockKeys, lockLimits } from "../../register/proof-locks.ts";
import type { Limits } from "../../store/ports/limits.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { requireReason } from "../reason.ts";
import type { Ticket } from "../ticket.ts";
import { type Caller, requireHead } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { auditAct } from "./reveal.ts";

type Unlocking = Pick<Desk, "store" | "districts" | "auditKey" | "personOf">;

/** `mentioned`: the id of the entry that contains the person's NIK. */
type Unlock = { reason: string; mentioned?: string | undefined };

/**
 * Returns whether the ticket's person was locked after wrong proofs. Rejects as `requireHead` and `requireReason` do,
 * and with BAD_REQUEST if the ticket contains no NIK or the NIKs of several people.
 */
export async function unlockByTicket(desk: Unlocking, number: string, caller: Caller, given: Unlock): Promise<boolean> {
  const ticket = await requireHead(desk, number, caller, "unlock");
  const reason = requireReason(given.reason);
  const nik = requireNik(ticket, given.mentioned);
  return unlockPerson(desk, nik, { actor: caller.by, subject: number, reason });
}

/** Returns whether the person was locked. */
export async function unlockPerson(
  desk: Pick<Unlocking, "store" | "auditKey" | "personOf">,
  nik: string,
  { actor, subject, reason }: { actor: string; subject: string; reason: string },
): Promise<boolean> {
  const person = desk.personOf(nik);
  const because = requireReason(reason);
  const wasLocked = await isPersonLocked(desk.store, person);
  await auditAct(desk, { actor, action: "proof-unlock", subject, reason: because });
  await desk.store.clearCounts(lockKeys(person));
  return wasLocked;
}

function requireNik({ person, mentioned }: Pick<Ticket, "person" | "mentioned">, entry: string | undefined): string {
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
