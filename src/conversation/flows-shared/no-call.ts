import type { Facts } from "../engine/facts.ts";
import { plainText } from "../understanding/normalise.ts";

/** Returns whether a text says that nobody may telephone the citizen, at whatever hour. */
export const saysNoCall = (text: string, { words: { officer } }: Pick<Facts, "words">): boolean =>
  text
    .split(/[.,;!?\n]+/)
    .map(plainText)
    .some((clause) => officer.noCall.isIn(clause) && !officer.callTimes.isIn(clause));
