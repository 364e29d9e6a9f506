import { AppError } from "../vocabulary/errors.ts";
import { maskedHead } from "./amend.ts";
import type { TicketEvent } from "./ticket.ts";

const ACT = "act:";

/** The id of a caller's act: in a namespace of their own, apart from other callers', the service's and the citizens'. */
export const actId = (caller: string, id: string): string => `${ACT}${caller}:${id}`;

/** An act that comes again under its id must say the same; throws ID_REUSED where it does not. */
export function checkRepeated(known: TicketEvent, again: TicketEvent): void {
  if (!again.id.startsWith(ACT) || (known.type === again.type && isSame(known, again))) return;
  throw new AppError("ID_REUSED", "this id was used for another act");
}

/**
 * Two acts of different words may leave the same words in a thread: numbers are masked there, and an account of violence
 * is not kept. So hashes decide, where both acts have one.
 */
const isSame = (known: TicketEvent, again: TicketEvent): boolean =>
  known.wordsHash !== undefined && again.wordsHash !== undefined
    ? known.wordsHash === again.wordsHash
    : wordsOf(known) === wordsOf(again);

/** All that a caller gave, as a thread keeps it; what the service adds to it (time, message) may differ. */
const wordsOf = (event: TicketEvent): string =>
  JSON.stringify([event.by, event.text, event.type === "amend" ? sorted(maskedHead(event.now)) : null]);

const sorted = (head: object): [string, unknown][] => Object.entries(head).sort(([a], [b]) => (a < b ? -1 : 1));
