import { plainText } from "../understanding/normalise.ts";
import { isAboutAid } from "../understanding/secret-wish.ts";
import { draftTexts } from "./answer-sent.ts";
import { filedLately } from "./filed-report.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { reportHere } from "./secrecy.ts";
import { isDraft } from "./take-command.ts";

const MOST_WORDS = 14;

export function asksRead(text: string, { facts: { words } }: Pick<Context, "facts">): boolean {
  const plain = plainText(text);
  return plain.split(" ").length <= MOST_WORDS && words.unsent.asksRead.isIn(plain) && !isAboutAid(plain, words);
}

/** Answers a question whether an officer has read the report. */
export function answerRead(text: string, context: Context): Step | undefined {
  const { session } = context;
  if (!asksRead(text, context)) return undefined;
  const hasWords = stateHere(context).send?.(context) !== undefined;
  const isUnsent = flowOf(session.at) !== "urgent" && isDraft(context) && (hasWords || !filedLately(context));
  if (isUnsent) return { to: session.at, say: draftTexts(context) };
  const wanted = reportHere(context) ?? session.emergency?.number ?? filedLately(context)?.number;
  return {
    to: "track.asked",
    data: { back: session.at, before: session.data, ...(wanted === undefined ? {} : { wanted }) },
    lookUp: { find: "own-tickets" },
  };
}
