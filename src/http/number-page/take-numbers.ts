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
import { frameOf } from "./owner.ts";
import { sendPage, sendSentence } from "./replies.ts";

/** If the chat has not proved this person, it must confirm the numbers with a code. */
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
    const frame = await frameOf(runtime, link, contact);
    return sendSentence(runtime, reply, 200, frame, recorded?.[0]?.fresh === false ? "used" : "sent");
  }
  const code = await holdTyped(store, link, numbers);
  return code
    ? sendPage(reply, 200, await composeWayBack(runtime, link, contact, code))
    : sendSentence(runtime, reply, 200, await frameOf(runtime, link, contact), "used");
}

/** The service looks nothing up before the chat confirms the code. */
async function composeWayBack(runtime: Runtime, link: OpenedLink, contact: Contact, code: string): Promise<string> {
  const { channels, translate } = runtime;
  const channel = channelTitle(channels.get(channelKey(contact)));
  const words = (key: string) => translate(link.locale, { key: `page.${key}`, values: { channel } });
  const frame = await frameOf(runtime, link, contact, { words: codeWords(code), payload: codePayload(code) });
  const shared = { title: words("codeTitle"), code: codeWords(code), secret: words("codeSecret") };
  if (!frame.back) return codePage(frame, { ...shared, text: words("codeOnlyTyped") });
  const text = words(contact.channel === "telegram" ? "codeBackTelegram" : "codeBack");
  return codePage(frame, { ...shared, text, typed: words("codeTyped") });
}
