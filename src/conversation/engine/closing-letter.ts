import type { Content } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import { meaningOf } from "../understanding/bare-answer.ts";
import { isCourtesy } from "../understanding/courtesy.ts";
import { plainText } from "../understanding/normalise.ts";
import { keptWords } from "./content.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import type { TicketView } from "./lookup.ts";

/** In ms. */
export const CLOSING_LASTS = 3 * 86_400_000;
/** In ms. */
const RESTED = 30 * 60_000;

const MOST_WORDS = 4;
const MOST_THANKS = 6;

type Verdict = "unsolved" | "solved";

export function closingAnswer(content: Content, words: Words): Verdict | undefined {
  if (content.type !== "text") return undefined;
  const { closing } = words;
  const text = plainText(content.text);
  const said = text.split(" ");
  const meaning = meaningOf(content.text, words);
  if (meaning === "no" || closing.notYet.isIn(text) || closing.not.isIn(text)) return "unsolved";
  if (meaning === "yes" || meaning === "agreed") return "solved";
  const isShort =
    said.length <= MOST_THANKS && closing.thanks.isIn(text) && !said.some((word) => closing.but.has(word));
  const says = said.some((word) => closing.done.has(word)) && (isCourtesy(content.text, words) || isShort);
  return says ? "solved" : undefined;
}

const isAskedElse = (context: Context): boolean => {
  const { session, facts } = context;
  return (
    stateHere(context).brief === undefined && flowOf(session.at) !== "menu" && facts.now - session.lastAt <= RESTED
  );
};

export function answerToClosing(content: Content, context: Context): Step | undefined {
  const { session, facts } = context;
  const { justClosed: view } = facts;
  if (!view || content.type !== "text" || facts.openQuestions.length > 0 || isAskedElse(context)) return undefined;
  const answer = closingAnswer(content, facts.words);
  if (answer === undefined) return undefined;
  const { number } = view;
  if (answer === "solved")
    return { to: session.at, quiet: true, say: [{ key: "track.staysClosed", values: { number } }] };
  const event = { type: "dispute" as const, at: facts.now, text: keptWords(content.text) };
  const { repairedAt: _, closedAt: __, ...rest } = view;
  const reopened: TicketView = { ...rest, state: "working" };
  const isBare =
    meaningOf(content.text, facts.words) !== undefined || plainText(content.text).split(" ").length < MOST_WORDS;
  return {
    to: isBare ? "track.add" : "track.view",
    data: { view: reopened },
    say: [{ key: "track.reopened", values: { number } }, ...(isBare ? [{ key: "track.whatIsMissing" }] : [])],
    requests: [{ type: "add-to-ticket", number, event }],
  };
}
