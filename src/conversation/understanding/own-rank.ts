import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** Whether a text asks for a person's own rank (desil), not about ranks in general. */
export const asksForRank = (text: string, { questions }: Words): boolean => questions.rank.isIn(plainText(text));
