import type { Content, MediaFile, Text } from "../message.ts";
import { maskNumbers } from "../register/find-numbers.ts";

const MOST = 20;

/** The files of a message that an officer can use; a sticker is none. */
export function filesIn(content: Content): MediaFile[] {
  if (content.type !== "media") return [];
  const { kind, file, mime, name, more = [] } = content;
  const first: MediaFile = { kind, file, ...(mime ? { mime } : {}), ...(name ? { name } : {}) };
  return [first, ...more].filter((one) => one.kind !== "sticker");
}

/** Those that were there and those that came, no more than anybody looks at. */
export const withMore = (known: readonly MediaFile[], more: readonly MediaFile[]): MediaFile[] =>
  [...known, ...more].slice(0, MOST);

/** "2 files received", where there are some. */
export const filesTaken = (files: readonly MediaFile[]): Text[] =>
  files.length === 0 ? [] : [{ key: "files.taken", values: { count: files.length } }];

/** Characters of one's own words that are kept. */
const LONGEST_WORDS = 3_000;

/** Words as they are kept for an officer: without numbers, no longer than anybody reads. */
export const keptWords = (words: string): string => maskNumbers(words).slice(0, LONGEST_WORDS);

/** The words of a message: a photo's caption, a shared contact's number. */
export function wordsIn(content: Content): string | undefined {
  if (content.type === "phone") return content.number;
  const text = content.type === "text" ? content.text : content.type === "media" ? content.caption : undefined;
  return text?.trim() ? text.trim() : undefined;
}
