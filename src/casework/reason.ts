import { AppError } from "../vocabulary/errors.ts";

/** Letters of a reason in all, and of one of its words: "typo" and "salah desa" say something, "ok" does not. */
const LETTERS = 4;
const WORD_LETTERS = 3;
/** "aaaaa" and "hahaha" have fewer different letters than any word that explains something. */
const DIFFERENT = 3;

const NO_LETTERS = /[^\p{L}\p{M}]+/u;

/** Whether a text says why: it holds a word, and is not a key held down or a row of signs. */
export function saysWhy(text: string): boolean {
  const words = text.normalize("NFKC").toLowerCase().split(NO_LETTERS);
  const letters = [...words.join("")];
  return (
    letters.length >= LETTERS &&
    new Set(letters).size >= DIFFERENT &&
    words.some((word) => word.length >= WORD_LETTERS && new Set(word).size > 1)
  );
}

/** The reason of an act, trimmed; the one rule for every act that asks for one. Throws NO_REASON naming `field`. */
export function checkedReason(text: string, field = "reason"): string {
  if (!saysWhy(text)) throw new AppError("NO_REASON", `${field}: say why, in a few words`, { details: { field } });
  return text.trim();
}
