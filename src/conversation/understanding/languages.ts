import type { Words } from "../../words/words.ts";

/** Whether a known word is neither English nor shared with English. */
export const isLocal = (word: string, { written: { english, shared }, readings }: Words): boolean =>
  (readings.readAs.has(word) || readings.fillers.has(word)) && !english.has(word) && !shared.has(word);
