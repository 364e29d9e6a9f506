import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** Whether these words are about aid or data, not about who reads. */
export const isAboutAid = (plain: string, { secrecy }: Words): boolean =>
  plain.split(" ").some((word) => secrecy.elsewhere.has(word));

/** Whether these words wish that somebody does not hear of it: "jangan bilang desa". */
export function wishesSecrecy(text: string, words: Words): boolean {
  const plain = plainText(text);
  return words.secrecy.wish.isIn(plain) && !isAboutAid(plain, words);
}

/** Whether they say anything beside the wish. */
export const saysMore = (text: string, { secrecy: { wish, beside } }: Words): boolean =>
  wish
    .replacedIn(plainText(text), "")
    .split(" ")
    .some((word) => word !== "" && !beside.has(word));
