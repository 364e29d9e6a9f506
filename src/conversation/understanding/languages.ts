import type { Words } from "../../words/words.ts";

/** Returns whether a word, as people write it, can only be Indonesian or Javanese. */
export const isLocal = (word: string, { written: { english, shared }, readings }: Words): boolean =>
  (readings.readAs.has(word) || readings.fillers.has(word)) && !english.has(word) && !shared.has(word);
