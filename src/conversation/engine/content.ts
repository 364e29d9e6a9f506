import { maskNumbers } from "../../register/find-numbers.ts";
import type { Content, MediaFile, Text } from "../../vocabulary/message.ts";

const MOST = 20;

/** The files of a message that an officer can use: all but stickers. */
export function filesIn(content: Content): MediaFile[] {
  if (content.type !== "media") return [];
  const { kind, file, mime, name, more = [] } = content;
  const first: MediaFile = { kind, file, ...(mime ? { mime } : {}), ...(name ? { name } : {}) };
  return [first, ...more].filter((one) => one.kind !== "sticker");
}

/** The files kept so far and the new ones, at most `MOST`. */
export const withMoreFiles = (known: readonly MediaFile[], more: readonly MediaFile[]): MediaFile[] =>
  [...known, ...more].slice(0, MOST);

/** Says how many files came; says nothing if no file came. */
export const filesTakenTexts = (files: readonly MediaFile[]): Text[] =>
  files.length === 0 ? [] : [{ key: "files.taken", values: { count: files.length } }];

/** A citizen's words in the form that is stored for officers: uncut, with numbers masked. */
export const keptWords = (words: string): string => maskNumbers(words);

/** The most characters of their own words that we show to citizens. */
const SHOWN = 700;

/**
 * A citizen's words as we show them to their writer. Long words are cut between two words, with three dots at the cut.
 */
export function shownWords(words: string): string {
  if (words.length <= SHOWN) return words;
  const cut = words.slice(0, SHOWN);
  return `${cut.slice(0, cut.lastIndexOf(" ") > SHOWN / 2 ? cut.lastIndexOf(" ") : SHOWN)} …`;
}

/** The words of a message. The words of a photo are its caption; the words of a shared contact are its number. */
export function wordsIn(content: Content): string | undefined {
  if (content.type === "phone") return content.number;
  const text = content.type === "text" ? content.text : content.type === "media" ? content.caption : undefined;
  return text?.trim() ? text.trim() : undefined;
}
