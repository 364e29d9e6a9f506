import { defined } from "../../../defined.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import type { Facts } from "../../engine/facts.ts";
import type { Step } from "../../engine/flow.ts";
import { numberForMessages, saysNoCall } from "../../flows-shared/no-call.ts";
import { plainText } from "../../understanding/normalise.ts";
import { phoneIn, withoutPhones } from "../../understanding/phone.ts";
import type { FilingData, Here } from "./data.ts";

export const isNotCalled = ({ data: { noCall, text }, facts }: Here): boolean => noCall || saysNoCall(text, facts);

/** Puts a note before the report's words: officers may not telephone. */
export const withNoCallNote = (text: string, context: Here): string =>
  isNotCalled(context) ? [noteIn(context), text].filter(Boolean).join("\n") : text;

const noteIn = (context: Here): string => {
  const key = phoneFor(context) ? "ticket.noCallMessageNote" : "ticket.noCallNote";
  return context.facts.wordings({ key })[0] ?? "";
};

/** Returns the number that officers may use: for calls, or only for messages if the citizen wants no call. */
export function phoneFor(context: Here): string | undefined {
  const { data, facts } = context;
  const isUsed = !isNotCalled(context) || facts.words.officer.byMessage.isIn(plainText(data.text));
  return isUsed ? data.phone : undefined;
}

const messageText = (phone: string): Text => ({ key: "ticket.noCallMessage", values: { ending: phone.slice(-2) } });

export function noCallTexts(context: Here): Text[] {
  if (!isNotCalled(context)) return [];
  const phone = phoneFor(context);
  return [phone ? messageText(phone) : { key: "ticket.noCall" }];
}

/** Whether an answer to the question for a telephone number refuses all calls. */
const refusesCall = (words: string, { words: { urgent, officer } }: Facts): boolean =>
  urgent.noCall.isIn(plainText(words)) && !officer.callTimes.isIn(plainText(words));

/** If the citizen wants no call after all, asks for a question that officers answer in this chat. */
export function dropCall(words: string, { data, facts }: Here): Step<FilingData> | undefined {
  if (data.category !== "call-back" || phoneIn(words) !== undefined) return undefined;
  if (!refusesCall(words, facts) && !saysNoCall(words, facts)) return undefined;
  const text = withoutPhones(keptWords([data.text, words].filter(Boolean).join("\n")));
  return { to: "ticket.collect", data: { category: "officer", noCall: true, phone: undefined, text } };
}

export function addNoCall(content: Content, context: Here): Step<FilingData> | undefined {
  const { data, facts, session } = context;
  const { number, category } = data;
  const words = wordsIn(content) ?? "";
  const isRefused = saysNoCall(words, facts) || (category === "call-back" && refusesCall(words, facts));
  const phone = numberForMessages(words, facts);
  const mayBeOther = phoneIn(words) !== undefined && !facts.words.officer.inThisChat.isIn(plainText(words));
  if (number === undefined || !isRefused || (mayBeOther && phone === undefined)) return undefined;
  const kept = { ...data, text: words, ...defined({ phone }) };
  const text = [noteIn({ ...context, data: kept }), withoutPhones(keptWords(words))].join("\n");
  return {
    to: session.at,
    data: { noCall: true },
    quiet: true,
    say: [{ key: "ticket.noCallAdded", values: { number } }, ...(phone ? [messageText(phone)] : [])],
    requests: [{ type: "add-to-ticket", number, event: { type: "add", at: facts.now, text, ...defined({ phone }) } }],
  };
}
