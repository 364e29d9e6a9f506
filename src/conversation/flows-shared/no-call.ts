import type { Facts } from "../engine/facts.ts";
import { clausesOf } from "../understanding/clauses.ts";
import { plainText } from "../understanding/normalise.ts";
import { phoneIn } from "../understanding/phone.ts";

/** Whether a clause of the text forbids all telephone calls. "Not at night" is not enough. */
export const saysNoCall = (text: string, { words: { officer } }: Pick<Facts, "words">): boolean =>
  clausesOf(text).some((clause) => officer.noCall.isIn(clause) && !officer.callTimes.isIn(clause));

/** Returns the number to which a citizen who wants no call allows messages ("jangan ditelepon, WA saja"). */
export const numberForMessages = (text: string, facts: Pick<Facts, "words">): string | undefined =>
  saysNoCall(text, facts) && allowsMessage(text, facts) ? phoneIn(text) : undefined;

/**
 * Whether the citizen allows messages to a number. "Jangan telepon nomor ..., WA saja ke chat ini" allows messages only
 * in this chat.
 */
function allowsMessage(text: string, { words: { officer } }: Pick<Facts, "words">): boolean {
  const plain = plainText(text);
  return officer.byMessage.isIn(plain) && !officer.inThisChat.isIn(plain);
}
