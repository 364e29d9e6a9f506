import { maskNumbers } from "../../register/find-numbers.ts";
import type { Content, MediaFile, Text } from "../../vocabulary/message.ts";

const MOST = 20;

/** The files of a message that an officer can use; a sticker is none. */
export function filesIn(content: Content): MediaFile[] {
  if (content.type !== "media") return [];
  const { kind, file, mime, name, more = [] } = content;
  const first: MediaFile = { kind, file, ...(mime ? { mime } : {}), ...(name ? { name } : {}) };
  return [first, ...more].filter((one) => one.kind !== "sticker");
}

/** Those that were there and those that came, no more than anybody looks at. */
export const withMoreFiles = (known: readonly MediaFile[], more: readonly MediaFile[]): MediaFile[] =>
  [...known, ...more].slice(0, MOST);

/** "2 files received", where there are some. */
export const filesTakenTexts = (files: readonly MediaFile[]): Text[] =>
  files.length === 0 ? [] : [{ key: "files.taken", values: { count: files.length } }];

/** Words as they are kept for an officer: whole, with numbers masked. */
export const keptWords = (words: string): string => maskNumbers(words);

/** Characters of the citizen's own words that they are shown again. */
const SHOWN = 700;

/** Words as their writer reads them again: cut at a gap, and three dots show the cut. */
export function shownWords(words: string): string {
  if (words.length <= SHOWN) return words;
  const cut = words.slice(0, SHOWN);
  return `${cut.slice(0, cut.lastIndexOf(" ") > SHOWN / 2 ? cut.lastIndexOf(" ") : SHOWN)} …`;
}

/** The words of a message: a photo's caption, a shared contact's number. */
export function wordsIn(content: Content): string | undefined {
  if (content.type === "phone") return content.number;
  const text = content.type === "text" ? content.text : content.type === "media" ? content.caption : undefined;
  return text?.trim() ? text.trim() : undefined;
}
