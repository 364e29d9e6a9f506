import { AppError } from "../vocabulary/errors.ts";
import { maskedHead } from "./amend.ts";
import type { TicketEvent } from "./ticket.ts";

const ACT = "act:";

export const actId = (caller: string, id: string): string => `${ACT}${caller}:${id}`;

/** Throws ID_REUSED if an act has the id of a stored act but other content. */
export function checkRepeated(known: TicketEvent, again: TicketEvent): void {
  if (!again.id.startsWith(ACT) || (known.type === again.type && isSame(known, again))) return;
  throw new AppError("ID_REUSED", "this id was used for another act");
}

/** Two texts may look equal after masking, so the function prefers their hashes. */
const isSame = (known: TicketEvent, again: TicketEvent): boolean =>
  known.wordsHash !== undefined && again.wordsHash !== undefined
    ? known.wordsHash === again.wordsHash
    : contentOf(known) === contentOf(again);

const contentOf = (event: TicketEvent): string =>
  JSON.stringify([event.by, event.text, event.type === "amend" ? sorted(maskedHead(event.now)) : null]);

const sorted = (head: object): [string, unknown][] => Object.entries(head).sort(([a], [b]) => (a < b ? -1 : 1));
