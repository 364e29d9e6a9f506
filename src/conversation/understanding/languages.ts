import type { Words } from "../../words/words.ts";

export const isLocal = (word: string, { written: { english, shared }, readings }: Words): boolean =>
  (readings.readAs.has(word) || readings.fillers.has(word)) && !english.has(word) && !shared.has(word);
