import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** Returns whether a text asks for the rank (desil) of a person. A question about ranks in general does not count. */
export const asksForRank = (text: string, { questions }: Words): boolean => questions.rank.isIn(plainText(text));
