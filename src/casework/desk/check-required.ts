import type { OfficerAct } from "../../vocabulary/acts.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { hasDataToRepair } from "../data-to-repair.ts";
import { kindTable } from "../kinds/index.ts";
import type { Requirement } from "../kinds/kind.ts";
import { requireReason } from "../reason.ts";
import type { Ticket } from "../ticket.ts";
import { noWordsError } from "./check-head.ts";
import { waitsForAct } from "./data-rights.ts";
import type { Desk } from "./desk.ts";

type ActWords = { type: OfficerAct; words: string; unfulfilled?: true | undefined };

type Asking = Pick<Desk, "store">;

const unfulfilledError = (message: string): AppError =>
  new AppError("BAD_REQUEST", message, { details: { field: "unfulfilled" } });

/** `mayDo`, `shareTicket`, `endPart` and `checkParts` check the last four. */
const checks: Record<Requirement, (ticket: Ticket, words: string, desk: Asking) => void | Promise<void>> = {
  words(_, words) {
    if (words === "") throw noWordsError("text");
  },
  reason: (_, words) => void requireReason(words, "text"),
  "data-at-fault"(ticket) {
    if (hasDataToRepair(ticket)) return;
    const { number, category } = ticket;
    throw new AppError("NOT_REPAIRABLE", `${number} (${category}) has no data to repair: answer or close it`);
  },
  async fulfilled(ticket, _, desk) {
    if (ticket.state === "closed" || !(await waitsForAct(desk, ticket))) return;
    throw unfulfilledError(
      `${ticket.category} is not done yet: export, forget or withdraw ends it; close it as unfulfilled to say that it was not done, and why`,
    );
  },
  mark() {},
  office() {},
  outcome() {},
  "parts-ended"() {},
};

/** Returns the key of the text for the citizen. Rejects with NO_WORDS, NO_REASON, NOT_REPAIRABLE or BAD_REQUEST. */
export async function checkRequired(
  desk: Asking,
  ticket: Ticket,
  { type, words, unfulfilled }: ActWords,
): Promise<string | undefined> {
  const move = kindTable(ticket.kind).moves[type];
  const { requires = [], says } = unfulfilled ? (move.unfulfilled ?? move) : move;
  for (const one of requires) await checks[one](ticket, words, desk);
  if (unfulfilled && !move.unfulfilled) throw unfulfilledError("only a request about data is closed as unfulfilled");
  return says;
}
