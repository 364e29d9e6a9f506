import type { Facts } from "../engine/facts.ts";
import { clausesOf } from "../understanding/clauses.ts";
import { plainText } from "../understanding/normalise.ts";
import { phoneIn } from "../understanding/phone.ts";

/** "Not at night" does not forbid all calls. */
export const saysNoCall = (text: string, { words: { officer } }: Pick<Facts, "words">): boolean =>
  clausesOf(text).some((clause) => officer.noCall.isIn(clause) && !officer.callTimes.isIn(clause));

/** Reads "jangan ditelepon, WA saja": no call, but messages to a number. */
export const numberForMessages = (text: string, facts: Pick<Facts, "words">): string | undefined =>
  saysNoCall(text, facts) && allowsMessage(text, facts) ? phoneIn(text) : undefined;

/** "WA saja ke chat ini" allows messages only in this chat. */
function allowsMessage(text: string, { words: { officer } }: Pick<Facts, "words">): boolean {
  const plain = plainText(text);
  return officer.byMessage.isIn(plain) && !officer.inThisChat.isIn(plain);
}
