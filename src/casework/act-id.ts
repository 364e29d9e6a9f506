import { AppError } from "../vocabulary/errors.ts";
import { maskedHead } from "./amend.ts";
import type { TicketEvent } from "./ticket.ts";

const ACT = "act:";

/**
 * Returns the id of a caller's act. Each caller has a namespace, so that callers, the service and citizens never share
 * an id.
 */
export const actId = (caller: string, id: string): string => `${ACT}${caller}:${id}`;

/** Throws ID_REUSED if an act that repeats a stored act's id says something else. */
export function checkRepeated(known: TicketEvent, again: TicketEvent): void {
  if (!again.id.startsWith(ACT) || (known.type === again.type && isSame(known, again))) return;
  throw new AppError("ID_REUSED", "this id was used for another act");
}

/**
 * Compares hashes if both acts have one. The words in the thread do not suffice: numbers are masked there, and an
 * account of violence is not kept, so two different acts may leave the same words.
 */
const isSame = (known: TicketEvent, again: TicketEvent): boolean =>
  known.wordsHash !== undefined && again.wordsHash !== undefined
    ? known.wordsHash === again.wordsHash
    : contentOf(known) === contentOf(again);

/** Returns what a caller gave, as the thread keeps it. What the service adds (time, message) may differ in a repeat. */
const contentOf = (event: TicketEvent): string =>
  JSON.stringify([event.by, event.text, event.type === "amend" ? sorted(maskedHead(event.now)) : null]);

const sorted = (head: object): [string, unknown][] => Object.entries(head).sort(([a], [b]) => (a < b ? -1 : 1));
