import type { Words } from "../../words/words.ts";
import { FILLERS, READ_AS } from "./words.ts";

/** Whether this word, as people write it, can only be Indonesian or Javanese. */
export const isLocal = (word: string, { english, shared }: Words["written"]): boolean =>
  (READ_AS.has(word) || FILLERS.has(word)) && !english.has(word) && !shared.has(word);
