import type { OfficerAct } from "../../vocabulary/acts.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { kindTable } from "../kinds/index.ts";
import type { Requirement } from "../kinds/kind.ts";
import { checkedReason } from "../reason.ts";
import { hasDataToRepair } from "../repairable.ts";
import type { Ticket } from "../ticket.ts";
import { noWords } from "./check-head.ts";
import { waitsForAct } from "./data-rights.ts";

type Asked = { type: OfficerAct; words: string; unfulfilled?: true | undefined };

const wrong = (message: string): AppError =>
  new AppError("BAD_REQUEST", message, { details: { field: "unfulfilled" } });

/**
 * Each requirement as a check that throws. `mark` is decided with the right to the act, `office` and `outcome` by the acts
 * that name them, `parts-ended` in the step that changes the ticket.
 */
const checks: Record<Requirement, (ticket: Ticket, words: string) => void> = {
  words(_, words) {
    if (words === "") throw noWords("text");
  },
  reason: (_, words) => void checkedReason(words, "text"),
  "data-at-fault"(ticket) {
    if (hasDataToRepair(ticket)) return;
    const { number, category } = ticket;
    throw new AppError("NOT_REPAIRABLE", `${number} (${category}) has no data to repair: answer or close it`);
  },
  fulfilled(ticket) {
    if (!waitsForAct(ticket) || ticket.state === "closed") return;
    throw wrong(
      `${ticket.category} is not done yet: export, forget or withdraw ends it; close it as unfulfilled to say that it was not done, and why`,
    );
  },
  mark() {},
  office() {},
  outcome() {},
  "parts-ended"() {},
};

/**
 * Checks what the table of a ticket's kind requires of an officer's act, and returns the key of the text that brings it
 * to the citizen. Throws NO_WORDS, NO_REASON, NOT_REPAIRABLE and BAD_REQUEST.
 */
export function checkRequired(ticket: Ticket, { type, words, unfulfilled }: Asked): string | undefined {
  const move = kindTable(ticket.kind).moves[type];
  const { requires = [], says } = unfulfilled ? (move.unfulfilled ?? move) : move;
  for (const one of requires) checks[one](ticket, words);
  if (unfulfilled && !move.unfulfilled) throw wrong("only a request about data is closed as unfulfilled");
  return says;
}
