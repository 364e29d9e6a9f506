import { meaningOf } from "../understanding/bare-answer.ts";
import { plainText } from "../understanding/normalise.ts";
import type { Context } from "./flow.ts";

const DAY = 86_400_000;

/**
 * Returns the key of the answer to thanks. Citizens who told of a danger, or who have read no answer yet, get texts of
 * their own.
 */
export function thanksKey(text: string, { session, facts }: Context): string {
  if (session.urgentAt !== undefined && facts.now - session.urgentAt < DAY) return "common.stillHere";
  const isFirst = session.notice?.at === facts.now || session.lastAt === 0;
  const thanks = plainText(text)
    .split(" ")
    .some((word) => facts.words.courtesy.thanks.has(word));
  if (!thanks && meaningOf(text, facts.words) !== undefined) return "common.fine";
  return isFirst ? "common.welcomeShort" : "common.welcome";
}
