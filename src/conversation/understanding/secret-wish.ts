import type { Words } from "../../words/words.ts";
import { holdsWord, plainText } from "./normalise.ts";

/** Whether the words are about aid or data, and so not about the readers of the report. */
export const isAboutAid = (plain: string, { secrecy }: Words): boolean => holdsWord(plain, secrecy.elsewhere);

/** Whether a citizen asks to keep the report from somebody: "jangan bilang desa". */
export function wishesSecrecy(text: string, words: Words): boolean {
  const plain = plainText(text);
  return words.secrecy.wish.isIn(plain) && !isAboutAid(plain, words);
}

/** Whether a message says more than the wish for secrecy. */
export const saysMore = (text: string, { secrecy: { wish, beside } }: Words): boolean =>
  wish
    .replacedIn(plainText(text), "")
    .split(" ")
    .some((word) => word !== "" && !beside.has(word));
