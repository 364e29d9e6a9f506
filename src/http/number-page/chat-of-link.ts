import type { FastifyReply, FastifyRequest } from "fastify";
import type { OpenedLink } from "../../messaging/number-page.ts";
import type { Runtime } from "../../runtime.ts";
import { appError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";
import { frameOf } from "./owner.ts";
import { sendSentence } from "./replies.ts";

type Answer = FastifyReply | Promise<FastifyReply>;

export const withChat = (
  runtime: Runtime,
  request: FastifyRequest,
  reply: FastifyReply,
  then: (link: OpenedLink, contact: Contact) => Answer,
): Answer =>
  withLink(runtime, request, reply, async (link) => {
    const { store } = runtime;
    if (link.until < Date.now()) {
      const known = await store.contactOf(link.conversation).catch(() => undefined);
      return sendSentence(runtime, reply, 410, await frameOf(runtime, link, known), "lapsed");
    }
    try {
      const contact = await store.contactOf(link.conversation);
      if (contact) return await then(link, contact);
      return await sendSentence(runtime, reply, 404, await frameOf(runtime, link), "unknown");
    } catch (thrown) {
      const frame = await frameOf(runtime, link);
      return sendSentence(runtime, logPutOff(runtime, reply, thrown), 503, frame, "down");
    }
  });

function withLink(
  runtime: Runtime,
  { params }: FastifyRequest,
  reply: FastifyReply,
  then: (link: OpenedLink) => Answer,
): Answer {
  const { numberPages, districts, locales } = runtime;
  const link = numberPages.read((params as { token: string }).token);
  if (link && districts.has(link.district)) return then(link);
  return sendSentence(runtime, reply, 404, { lang: locales[0] ?? "id" }, "unknown");
}

export function logPutOff({ log }: Pick<Runtime, "log">, reply: FastifyReply, thrown: unknown): FastifyReply {
  log("warn", { code: appError(thrown).code }, "number page put off");
  return reply.header("retry-after", 5);
}
