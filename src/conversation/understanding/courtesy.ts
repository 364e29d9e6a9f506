import type { Words } from "../../words/words.ts";
import { meaningOf } from "./bare-answer.ts";
import { plainText } from "./normalise.ts";

/** "Ok" is courtesy; "ya" alone is an answer. */
export function isCourtesy(text: string, { courtesy, readings }: Words): boolean {
  const words = plainText(text).split(" ");
  const greets = words.some((word) => courtesy.greets.has(word));
  return (
    words.some((word) => courtesy.courteous.has(word)) &&
    words.every(
      (word) => courtesy.courteous.has(word) || readings.fillers.has(word) || (greets && courtesy.times.has(word)),
    )
  );
}

/** The service answers such a message as a greeting. */
export function onlyAsksToAsk(text: string, { readings }: Pick<Words, "readings">): boolean {
  const { announces, besideAnnounced, fillers, readAs, greeting } = readings;
  const words = plainText(text).split(" ");
  const isBeside = (word: string): boolean =>
    announces.has(word) || besideAnnounced.has(word) || fillers.has(word) || greeting.has(readAs.get(word) ?? "");
  return words.some((word) => announces.has(word)) && words.every(isBeside);
}

export const tellsSomething = (text: string, words: Words): boolean =>
  !isCourtesy(text, words) && meaningOf(text, words) === undefined && /\p{L}{2}/u.test(text);
