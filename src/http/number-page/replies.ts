import type { FastifyReply } from "fastify";
import type { Runtime } from "../../runtime.ts";
import { messagePage, PAGE_HEADERS } from "./form.ts";

export const sendPage = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).headers(PAGE_HEADERS).send(html);

/** Sends a page that says one thing, in the words of `page.WHAT`. */
export function sendSentence(
  { translate }: Pick<Runtime, "translate">,
  reply: FastifyReply,
  status: number,
  locale: string,
  what: string,
): FastifyReply {
  const words = (key: string) => translate(locale, { key: `page.${key}` });
  return sendPage(reply, status, messagePage(locale, words(`${what}Title`), words(what)));
}
