import type { Content } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import { type Context, flowOf, type Step } from "../../engine/flow.ts";
import { ticketAsked } from "../../engine/ticket-answer.ts";

/** Where the words are the answer to what is asked there, they are taken as that. */
const TOLD_THERE: readonly string[] = ["ticket.collect", "track.add"];

/** A living citizen is not condoled, in any state: their objection begins with their own words. */
export function takeLivingSaidDead(content: Content, context: Context): Step | undefined {
  const { session, facts } = context;
  const words = wordsIn(content);
  if (words === undefined || content.type === "phone" || TOLD_THERE.includes(session.at)) return undefined;
  if (ticketAsked(context) !== undefined) return undefined; // the officer who asked reads it, and can be told that it is something else
  if (!facts.signals(words).includes("living-said-dead")) return undefined;
  const text = keptWords(words);
  // Told again where the objection is offered already: then it is the objection.
  if (session.at === "repair.contest")
    return { to: "ticket.collect", data: { category: "listed-dead", reason: "MENINGGAL", text } };
  const known = flowOf(session.at) === "repair" ? session.data : {};
  return { to: "repair.contest", data: { ...known, reason: "MENINGGAL", text } };
}
