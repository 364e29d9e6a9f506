import type { Facts } from "../engine/facts.ts";
import { plainText } from "../understanding/normalise.ts";

/** Returns whether a text says that nobody may telephone the citizen. */
export const saysNoCall = (text: string, { words }: Pick<Facts, "words">): boolean =>
  text.split(/[.;!?\n]+/).some((clause) => words.officer.noCall.isIn(plainText(clause)));
