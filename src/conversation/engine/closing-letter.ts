import type { Content } from "../../vocabulary/message.ts";
import { meaningOf } from "../understanding/bare-answer.ts";
import { isCourtesy } from "../understanding/courtesy.ts";
import { plainText } from "../understanding/normalise.ts";
import { keptWords } from "./content.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import type { TicketView } from "./lookup.ts";

/** Ms after a closing letter in which a bare word answers it. */
export const CLOSING_LASTS = 3 * 86_400_000;
/** After so long without a word nobody answers the question before the letter any more. */
const RESTED = 30 * 60_000;

const NOT_YET = /^(?:masih |kok |lho |lah )?(?:belum|blm|durung|dereng|urung|not yet)(?: |$)/;
const NOT =
  /^(?:masih |kok )?(?:tidak|tdk|gak|ga|nggak|enggak|ndak|ora|mboten) (?:beres|selesai|rampung|masuk|cair|ada|sesuai|benar)(?: |$)/;
const DONE =
  /\b(?:beres|tuntas|selesai|rampung|kasih|makasih|suwun|nuwun|trims|thanks?|alhamdulillah|ok|oke|okay|siap|baik)\b/;
const THANKS = /^(?:sudah|udah|sdh|uwis|wis|sampun|alhamdulillah|matur|terima kasih|terimakasih|makasih|thank)/;
const BUT = /\b(?:belum|blm|durung|tidak|tdk|gak|nggak|ora|tapi|tetapi|kapan|kok|kenapa)\b/;
const MOST_WORDS = 4;
const MOST_THANKS = 6;

type Verdict = "unsolved" | "solved";

/** What a message says to the question of a closing letter, whether there was one or not. */
export function closingAnswer(content: Content): Verdict | undefined {
  if (content.type !== "text") return undefined;
  const text = plainText(content.text);
  const meaning = meaningOf(content.text);
  if (meaning === "no" || NOT_YET.test(text) || NOT.test(text)) return "unsolved";
  if (meaning === "yes" || meaning === "agreed") return "solved";
  const isShort = text.split(" ").length <= MOST_THANKS && THANKS.test(text) && !BUT.test(text);
  const says = DONE.test(text) && (isCourtesy(content.text) || isShort);
  return says ? "solved" : undefined;
}

/** Whether a question of ours stands between the letter and the answer. */
const isAskedElse = (context: Context): boolean => {
  const { session, facts } = context;
  return (
    stateHere(context).brief === undefined && flowOf(session.at) !== "menu" && facts.now - session.lastAt <= RESTED
  );
};

/**
 * "Belum" straight after a closing letter opens that report again with these words, "sudah" and thanks leave it closed;
 * `undefined` where no letter came last, or something else is asked.
 */
export function answerToClosing(content: Content, context: Context): Step | undefined {
  const { session, facts } = context;
  const { justClosed: view } = facts;
  if (!view || content.type !== "text" || facts.openQuestions.length > 0 || isAskedElse(context)) return undefined;
  const answer = closingAnswer(content);
  if (answer === undefined) return undefined;
  const { number } = view;
  if (answer === "solved")
    return { to: session.at, quiet: true, say: [{ key: "track.staysClosed", values: { number } }] };
  const event = { type: "dispute" as const, at: facts.now, text: keptWords(content.text) };
  const { repairedAt: _, closedAt: __, ...rest } = view;
  const now: TicketView = { ...rest, state: "working" };
  const isBare = meaningOf(content.text) !== undefined || plainText(content.text).split(" ").length < MOST_WORDS;
  return {
    to: isBare ? "track.add" : "track.view",
    data: { view: now },
    say: [{ key: "track.reopened", values: { number } }, ...(isBare ? [{ key: "track.whatIsMissing" }] : [])],
    requests: [{ type: "add-to-ticket", number, event }],
  };
}
