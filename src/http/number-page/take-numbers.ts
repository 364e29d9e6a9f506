import type { FastifyReply } from "fastify";
import { channelKey } from "../../channels/accounts.ts";
import { codePayload, codeWords } from "../../conversation/engine/page-code.ts";
import { numbersEntered, type OpenedLink } from "../../messaging/number-page.ts";
import { holdTyped } from "../../messaging/page-code.ts";
import { receive } from "../../messaging/receive.ts";
import type { Runtime } from "../../runtime.ts";
import type { Contact } from "../../vocabulary/message.ts";
import { channelTitle } from "../where-answered.ts";
import { codePage } from "./form.ts";
import type { Typed } from "./number-form.ts";
import { sendPage, sendSentence } from "./replies.ts";

/** A person whom the chat has proved and still sees is answered at once; for all others the chat that asked has to confirm. */
export async function takeNumbers(
  runtime: Runtime,
  reply: FastifyReply,
  link: OpenedLink,
  contact: Contact,
  numbers: Typed,
): Promise<FastifyReply> {
  const { store, spool, stages, personOf } = runtime;
  if (numbers.nik && link.known === personOf(numbers.nik)) {
    const message = numbersEntered(link, contact, numbers);
    const recorded = await receive(stages.receiving, spool, [{ type: "message", message }]);
    return sendSentence(runtime, reply, 200, link.locale, recorded?.[0]?.fresh === false ? "used" : "sent");
  }
  const code = await holdTyped(store, link, numbers);
  return code
    ? sendPage(reply, 200, await wayBack(runtime, link, contact, code))
    : sendSentence(runtime, reply, 200, link.locale, "used");
}

/** Nothing is looked up yet: one button leads back to the chat that asked, with the code that confirms it. */
async function wayBack(
  { channels, translate }: Runtime,
  { locale }: OpenedLink,
  contact: Contact,
  code: string,
): Promise<string> {
  const account = channels.get(channelKey(contact));
  const channel = channelTitle(account);
  const words = (key: string) => translate(locale, { key: `page.${key}`, values: { channel } });
  const link = await account?.back?.({ words: codeWords(code), payload: codePayload(code) });
  const shared = { title: words("codeTitle"), code: codeWords(code), secret: words("codeSecret") };
  if (!link) return codePage(locale, { ...shared, text: words("codeOnlyTyped") });
  const text = words(contact.channel === "telegram" ? "codeBackTelegram" : "codeBack");
  return codePage(locale, { ...shared, text, back: { link, title: words("backTo") }, typed: words("codeTyped") });
}
