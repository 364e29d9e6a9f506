import type { Words } from "../../words/words.ts";

/** Whether a written word can only be Indonesian or Javanese. */
export const isLocal = (word: string, { written: { english, shared }, readings }: Words): boolean =>
  (readings.readAs.has(word) || readings.fillers.has(word)) && !english.has(word) && !shared.has(word);
