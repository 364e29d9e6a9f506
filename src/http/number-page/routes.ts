import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { OpenedLink } from "../../messaging/number-page.ts";
import type { Runtime } from "../../runtime.ts";
import type { Contact } from "../../vocabulary/message.ts";
import type { Bodies } from "../body.ts";
import { logPutOff, withChat } from "./chat-of-link.ts";
import { checkTyped, numberForm, type Typed } from "./number-form.ts";
import { sendPage } from "./replies.ts";
import { takeNumbers } from "./take-numbers.ts";

const BODY_LIMIT = 4_096;

export async function registerNumberPage(
  app: FastifyInstance,
  { runtime, bodies }: { runtime: Runtime; bodies: Bodies },
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    async (request: FastifyRequest, payload: IncomingMessage) =>
      new URLSearchParams((await bodies.read(request, payload)).toString("utf8")),
  );

  app.get("/n/:token", (request, reply) =>
    withChat(runtime, request, reply, async (link, contact) =>
      sendPage(reply, 200, await numberForm(runtime, link, contact)),
    ),
  );

  app.post("/n/:token", { bodyLimit: BODY_LIMIT }, (request, reply) =>
    withChat(runtime, request, reply, (link, contact) =>
      submitNumbers(runtime, reply, link, contact, readTyped(request)),
    ),
  );
}

function readTyped({ body }: FastifyRequest): Typed {
  const given = body instanceof URLSearchParams ? body : new URLSearchParams();
  return { nik: given.get("nik") ?? "", kk: given.get("kk") ?? "" };
}

async function submitNumbers(
  runtime: Runtime,
  reply: FastifyReply,
  link: OpenedLink,
  contact: Contact,
  typed: Typed,
): Promise<FastifyReply> {
  const { numbers, wrong } = checkTyped(runtime, link, typed);
  if (Object.keys(wrong).length > 0)
    return sendPage(reply, 422, await numberForm(runtime, link, contact, { typed, wrong }));
  try {
    return await takeNumbers(runtime, reply, link, contact, numbers);
  } catch (thrown) {
    return sendPage(
      logPutOff(runtime, reply, thrown),
      503,
      await numberForm(runtime, link, contact, { typed, alert: "down" }),
    );
  }
}
