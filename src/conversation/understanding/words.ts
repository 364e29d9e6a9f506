import type { Words } from "../../words/words.ts";

/** A filler stays after a word that gives it a meaning (`meantAfter`). */
export const withoutFillers = (said: readonly string[], { readings }: Pick<Words, "readings">): string[] =>
  said.filter((word, at) => !readings.fillers.has(word) || readings.meantAfter.get(word)?.has(said[at - 1] ?? ""));
