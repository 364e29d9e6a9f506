import type { Content } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import { type Context, flowOf, type Step } from "../../engine/flow.ts";
import { ticketAsked } from "../../engine/ticket-answer.ts";

/** In these states, all words belong to the report. */
const TOLD_THERE: readonly string[] = ["ticket.collect", "track.add"];

export function takeLivingSaidDead(content: Content, context: Context): Step | undefined {
  const { session, facts } = context;
  const words = wordsIn(content);
  if (words === undefined || content.type === "phone" || TOLD_THERE.includes(session.at)) return undefined;
  if (ticketAsked(context) !== undefined) return undefined;
  if (!facts.signals(words).includes("living-said-dead")) return undefined;
  const text = keptWords(words);
  // The chat has already offered the objection, so these words are the objection.
  if (session.at === "repair.contest")
    return { to: "ticket.collect", data: { category: "listed-dead", reason: "MENINGGAL", text } };
  const known = flowOf(session.at) === "repair" ? session.data : {};
  return { to: "repair.contest", data: { ...known, reason: "MENINGGAL", text } };
}
