import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** Whether a text asks for the rank (desil) of the writer or of one other person, and not what a rank is. */
export const asksForRank = (text: string, { questions }: Words): boolean => questions.rank.isIn(plainText(text));
