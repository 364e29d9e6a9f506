import type { Words } from "../../words/words.ts";
import { meaningOf } from "./bare-answer.ts";
import { plainText } from "./normalise.ts";
import { ASKS_TO_ASK, BESIDE_ASKING, FILLERS, GREETING, READ_AS } from "./words.ts";

/** Whether a message holds nothing but courtesy. "Ya" alone is more than courtesy; "ok" is not. */
export function isCourtesy(text: string, { courtesy }: Words): boolean {
  const words = plainText(text).split(" ");
  const greets = words.some((word) => courtesy.greets.has(word));
  return (
    words.some((word) => courtesy.courteous.has(word)) &&
    words.every((word) => courtesy.courteous.has(word) || FILLERS.has(word) || (greets && courtesy.times.has(word)))
  );
}

/** Whether a message only announces a question. It asks nothing yet, so it is answered as a greeting. */
export function onlyAsksToAsk(text: string): boolean {
  const words = plainText(text).split(" ");
  const isBeside = (word: string): boolean =>
    ASKS_TO_ASK.has(word) || BESIDE_ASKING.has(word) || FILLERS.has(word) || READ_AS.get(word) === GREETING;
  return words.some((word) => ASKS_TO_ASK.has(word)) && words.every(isBeside);
}

/** Whether a message tells something: more than courtesy, a bare answer or a number of a list. */
export const tellsSomething = (text: string, words: Words): boolean =>
  !isCourtesy(text, words) && meaningOf(text, words) === undefined && /\p{L}{2}/u.test(text);
