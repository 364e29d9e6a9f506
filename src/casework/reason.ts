import { AppError } from "../vocabulary/errors.ts";

/** "typo" is a reason, "ok" is not. */
const LETTERS = 4;
const WORD_LETTERS = 3;
/** "hahaha" has too few different letters to be a reason. */
const DIFFERENT = 3;

const NO_LETTERS = /[^\p{L}\p{M}]+/u;

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
