import { findTicketNumber } from "../../casework/number.ts";
import { defined } from "../../defined.ts";
import { keptWords } from "./content.ts";
import type { Context, Step } from "./flow.ts";
import { reportHere } from "./secrecy.ts";

/**
 * Looks up the reports of this chat, to ask whether the citizen withdraws the named report, the shown one, or which
 * one. `nothingKey` is the text if there is no open report.
 */
export function beginWithdrawal(text: string, context: Context, nothingKey?: string): Step {
  const wanted = findTicketNumber(text) ?? reportHere(context);
  return {
    to: "track.listing",
    data: { withdraws: true, words: keptWords(text), ...defined({ wanted, nothingKey }) },
    lookUp: { find: "own-tickets" },
  };
}
