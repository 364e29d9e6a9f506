import type { Facts } from "../engine/facts.ts";
import { plainText } from "../understanding/normalise.ts";

/** Returns whether a clause of the text forbids every telephone call, and not only a call at some hour. */
export const saysNoCall = (text: string, { words: { officer } }: Pick<Facts, "words">): boolean =>
  text
    .split(/[.,;!?\n]+/)
    .map(plainText)
    .some((clause) => officer.noCall.isIn(clause) && !officer.callTimes.isIn(clause));
