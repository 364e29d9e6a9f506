import { maskNumbers } from "../../register/find-numbers.ts";
import type { Content, MediaFile, Text } from "../../vocabulary/message.ts";

const MOST = 20;

export function filesIn(content: Content): MediaFile[] {
  if (content.type !== "media") return [];
  const { kind, file, mime, name, more = [] } = content;
  const first: MediaFile = { kind, file, ...(mime ? { mime } : {}), ...(name ? { name } : {}) };
  return [first, ...more].filter((one) => one.kind !== "sticker");
}

export const withMoreFiles = (known: readonly MediaFile[], more: readonly MediaFile[]): MediaFile[] =>
  [...known, ...more].slice(0, MOST);

export const filesTakenTexts = (files: readonly MediaFile[]): Text[] =>
  files.length === 0 ? [] : [{ key: "files.taken", values: { count: files.length } }];

/** Officers get a citizen's words uncut, with numbers masked. */
export const keptWords = (words: string): string => maskNumbers(words);

const SHOWN = 700;

export function shownWords(words: string): string {
  if (words.length <= SHOWN) return words;
  const cut = words.slice(0, SHOWN);
  return `${cut.slice(0, cut.lastIndexOf(" ") > SHOWN / 2 ? cut.lastIndexOf(" ") : SHOWN)} …`;
}

export function wordsIn(content: Content): string | undefined {
  if (content.type === "phone") return content.number;
  const text = content.type === "text" ? content.text : content.type === "media" ? content.caption : undefined;
  return text?.trim() ? text.trim() : undefined;
}
