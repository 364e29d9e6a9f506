import { AppError } from "../vocabulary/errors.ts";

/** The least letters of a reason, and of one of its words: "typo" says something, "ok" does not. */
const LETTERS = 4;
const WORD_LETTERS = 3;
/** "aaaaa" and "hahaha" have fewer different letters. */
const DIFFERENT = 3;

const NO_LETTERS = /[^\p{L}\p{M}]+/u;

/** Whether a text says why: it must contain a word, and a repeated letter is no word. */
export function saysWhy(text: string): boolean {
  const words = text.normalize("NFKC").toLowerCase().split(NO_LETTERS);
  const letters = [...words.join("")];
  return (
    letters.length >= LETTERS &&
    new Set(letters).size >= DIFFERENT &&
    words.some((word) => word.length >= WORD_LETTERS && new Set(word).size > 1)
  );
}

/** Throws NO_REASON, with the name of the field, if the text does not say why. */
export function requireReason(text: string, field = "reason"): string {
  if (!saysWhy(text)) throw new AppError("NO_REASON", `${field}: say why, in a few words`, { details: { field } });
  return text.trim();
}
