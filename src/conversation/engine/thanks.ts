import { meaningOf } from "../understanding/bare-answer.ts";
import { holdsWord, plainText } from "../understanding/normalise.ts";
import { seemsToAsk } from "../understanding/question-words.ts";
import type { Context } from "./flow.ts";
import { isRecent, TOLD_KEPT } from "./lapse.ts";

const LEAST_ASKED = 3;

/** Finds "dukcapil itu apa ya" in "makasih pak, dukcapil itu apa ya". */
export function questionAfterThanks(text: string, { facts: { words } }: Context): string | undefined {
  const { courtesy, readings } = words;
  const said = text.trim().split(/\s+/);
  const isCourteous = (word: string): boolean => {
    const plain = plainText(word);
    return (
      plain === "matur" || courtesy.courteous.has(plain) || courtesy.thanks.has(plain) || readings.fillers.has(plain)
    );
  };
  const from = said.findIndex((word) => !isCourteous(word));
  const rest = said.slice(from).join(" ");
  const thanks = holdsWord(plainText(said.slice(0, Math.max(from, 0)).join(" ")), courtesy.thanks);
  return thanks && said.length - from >= LEAST_ASKED && seemsToAsk(rest, words) ? rest : undefined;
}

export function thanksKey(text: string, { session, facts }: Context): string {
  if (isRecent(session.urgentAt, TOLD_KEPT, facts.now)) return "common.stillHere";
  const isFirst = session.notice?.at === facts.now || session.lastAt === 0;
  const thanks = holdsWord(plainText(text), facts.words.courtesy.thanks);
  if (!thanks && meaningOf(text, facts.words) !== undefined) return "common.fine";
  return isFirst ? "common.welcomeShort" : "common.welcome";
}
