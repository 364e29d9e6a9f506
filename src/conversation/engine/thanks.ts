import { meaningOf } from "../understanding/bare-answer.ts";
import { holdsWord, plainText } from "../understanding/normalise.ts";
import type { Context } from "./flow.ts";
import { isRecent } from "./lapse.ts";

const DAY = 86_400_000;

/**
 * Returns the key of the answer to thanks. Citizens who told of a danger, or who have read no answer yet, get texts of
 * their own.
 */
export function thanksKey(text: string, { session, facts }: Context): string {
  if (isRecent(session.urgentAt, DAY, facts.now)) return "common.stillHere";
  const isFirst = session.notice?.at === facts.now || session.lastAt === 0;
  const thanks = holdsWord(plainText(text), facts.words.courtesy.thanks);
  if (!thanks && meaningOf(text, facts.words) !== undefined) return "common.fine";
  return isFirst ? "common.welcomeShort" : "common.welcome";
}
