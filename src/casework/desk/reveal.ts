import { createHmac } from "node:crypto";
import { nextEntry } from "../../privacy/audit.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { checkStep } from "../apply.ts";
import { checkedReason } from "../reason.ts";
import type { Ticket } from "../ticket.ts";
import { type Caller, callerKey, ticketToRead } from "./caller.ts";
import type { Desk } from "./desk.ts";

const DAY = 86_400_000;
/** Of how many tickets a day one officer is shown the full numbers; the same ticket again is one. */
const REVEALS_A_DAY = 20;

type Auditing = Pick<Desk, "store" | "auditKey">;

/** The key of the audit chain, from the index key: another purpose, another key. */
export const auditKeyFrom = (indexKey: Buffer): Buffer => createHmac("sha256", indexKey).update("audit chain").digest();

/**
 * Shows a ticket's full numbers, its person's and those mentioned in its words, for a reason that is written down first: to
 * an officer those of their own open tickets only, to an operator none of a confidential one. Past the day's limit it
 * rejects with REVEAL_LIMIT and operators hear of it. Where there is nothing to show it rejects with NOTHING_TO_REVEAL.
 */
export async function revealedNumbers(
  desk: Pick<Desk, "store" | "districts" | "auditKey" | "log">,
  number: string,
  caller: Caller,
  reason: string,
): Promise<Pick<Ticket["person"], "nik" | "kk" | "phone"> & Pick<Ticket, "mentioned">> {
  const { store, log } = desk;
  const ticket = await ticketToRead(desk, number, caller, "reveal");
  const why = checkedReason(reason);
  if (caller.officer) checkStep(ticket, "reveal");
  const { person, mentioned } = ticket;
  // What shows nothing is no look at anybody's data: an entry for it would only hide those that are.
  if (!person.nik && !person.kk && !person.phone && mentioned.length === 0)
    throw new AppError("NOTHING_TO_REVEAL", "this ticket keeps no NIK, no KK and no phone number");
  const who = callerKey(caller);
  const rule = { key: `reveal:${who}`, limit: REVEALS_A_DAY, window: DAY, add: 1, once: number } as const;
  if ((await store.count([rule])).exceeded) {
    await store.takeBack([rule]); // nothing was shown: tickets that were shown before stay open to them
    log(
      "warn",
      { alarm: "reveals", officer: who, district: ticket.district },
      "full numbers shown up to the day's limit",
    );
    throw new AppError("REVEAL_LIMIT", `${REVEALS_A_DAY} numbers were shown today`, {
      details: { values: { limit: REVEALS_A_DAY } },
    });
  }
  const actor = caller.officer?.id ?? caller.by;
  await audited(desk, { actor, action: "reveal", subject: number, reason: why });
  const { nik, kk, phone } = person;
  return { ...(nik ? { nik } : {}), ...(kk ? { kk } : {}), ...(phone ? { phone } : {}), mentioned };
}

/** Appends one line to the audit chain. */
export async function audited(
  { store, auditKey }: Auditing,
  words: { actor: string; action: string; subject: string; reason: string },
): Promise<void> {
  await store.appendAudit((last) =>
    nextEntry(last, { at: Date.now(), ...words, reason: maskNumbers(words.reason) }, auditKey),
  );
}
