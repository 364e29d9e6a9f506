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

export const withNoCallNote = (text: string, context: Here): string =>
  isNotCalled(context) ? [noteIn(context), text].filter(Boolean).join("\n") : text;

const noteIn = (context: Here): string => {
  const key = phoneFor(context) ? "ticket.noCallMessageNote" : "ticket.noCallNote";
  return context.facts.wordings({ key })[0] ?? "";
};

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

const refusesCall = (words: string, { words: { urgent, officer } }: Facts): boolean =>
  urgent.noCall.isIn(plainText(words)) && !officer.callTimes.isIn(plainText(words));

/** Turns a request for a call into a question that officers answer in the chat. */
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
