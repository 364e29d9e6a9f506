import type { FastifyReply } from "fastify";
import type { Runtime } from "../../runtime.ts";
import { messagePage } from "./form.ts";
import { type Frame, PAGE_HEADERS } from "./frame.ts";

export const sendPage = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).headers(PAGE_HEADERS).send(html);

export function sendSentence(
  { translate }: Pick<Runtime, "translate">,
  reply: FastifyReply,
  status: number,
  frame: Frame,
  what: string,
): FastifyReply {
  const words = (key: string) => translate(frame.lang, { key: `page.${key}` });
  return sendPage(reply, status, messagePage(frame, words(`${what}Title`), words(what)));
}
