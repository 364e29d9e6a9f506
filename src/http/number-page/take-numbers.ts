import type { FastifyReply } from "fastify";
import { channelKey } from "../../channels/accounts.ts";
import { codePayload, codeWords } from "../../conversation/engine/page-code.ts";
import { messageOfNumbers, type OpenedLink } from "../../messaging/number-page.ts";
import { holdTyped } from "../../messaging/page-code.ts";
import { receiveEvents } from "../../messaging/receive.ts";
import type { Runtime } from "../../runtime.ts";
import type { Contact } from "../../vocabulary/message.ts";
import { channelTitle } from "../answer-place.ts";
import { codePage } from "./form.ts";
import type { Typed } from "./number-form.ts";
import { sendPage, sendSentence } from "./replies.ts";

/**
 * Takes the numbers that were typed. If the chat has opened this person's data and that proof still holds, the chat is
 * answered at once. For any other person, the chat that asked must first confirm with a code.
 */
export async function takeNumbers(
  runtime: Runtime,
  reply: FastifyReply,
  link: OpenedLink,
  contact: Contact,
  numbers: Typed,
): Promise<FastifyReply> {
  const { store, spool, stages, personOf } = runtime;
  if (numbers.nik && link.known === personOf(numbers.nik)) {
    const message = messageOfNumbers(link, contact, numbers);
    const recorded = await receiveEvents(stages.receiving, spool, [{ type: "message", message }]);
    return sendSentence(runtime, reply, 200, link.locale, recorded?.[0]?.fresh === false ? "used" : "sent");
  }
  const code = await holdTyped(store, link, numbers);
  return code
    ? sendPage(reply, 200, await composeWayBack(runtime, link, contact, code))
    : sendSentence(runtime, reply, 200, link.locale, "used");
}

/**
 * Returns the page that leads back to the chat that asked, with the code that confirms it. Nothing is looked up before
 * the chat has confirmed.
 */
async function composeWayBack(
  { channels, translate }: Runtime,
  { locale }: OpenedLink,
  contact: Contact,
  code: string,
): Promise<string> {
  const account = channels.get(channelKey(contact));
  const channel = channelTitle(account);
  const words = (key: string) => translate(locale, { key: `page.${key}`, values: { channel } });
  const link = await account?.linkBack?.({ words: codeWords(code), payload: codePayload(code) });
  const shared = { title: words("codeTitle"), code: codeWords(code), secret: words("codeSecret") };
  if (!link) return codePage(locale, { ...shared, text: words("codeOnlyTyped") });
  const text = words(contact.channel === "telegram" ? "codeBackTelegram" : "codeBack");
  return codePage(locale, { ...shared, text, back: { link, title: words("backTo") }, typed: words("codeTyped") });
}
