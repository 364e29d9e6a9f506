import type { Words } from "../../words/words.ts";
import { holdsWord, plainText } from "./normalise.ts";

export const isAboutAid = (plain: string, { secrecy }: Words): boolean => holdsWord(plain, secrecy.elsewhere);

export function wishesSecrecy(text: string, words: Words): boolean {
  const plain = plainText(text);
  return words.secrecy.wish.isIn(plain) && !isAboutAid(plain, words);
}

export const saysMore = (text: string, { secrecy: { wish, beside } }: Words): boolean =>
  wish
    .replacedIn(plainText(text), "")
    .split(" ")
    .some((word) => word !== "" && !beside.has(word));
