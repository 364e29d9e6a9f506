import type { Words } from "../../words/words.ts";

/** Returns the words that add something to what a message asks. */
export const withoutFillers = (said: readonly string[], { readings }: Pick<Words, "readings">): string[] =>
  said.filter((word, at) => !readings.fillers.has(word) || readings.meantAfter.get(word)?.has(said[at - 1] ?? ""));
