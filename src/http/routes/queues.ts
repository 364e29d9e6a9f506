import type { FastifyInstance } from "fastify";
import type { Runtime } from "../../runtime.ts";
import { browserBearerCheck } from "../bearer.ts";
import type { Refusals } from "../refusals.ts";

/** Bull Board loads fonts from a foreign server, which would learn who watches the queues. */
const FOREIGN = /<link\b[^>]*\bhref="https?:\/\/[^>]*>/g;
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

export async function registerQueues(
  app: FastifyInstance,
  { runtime, refusals }: { runtime: Runtime; refusals: Refusals },
): Promise<void> {
  const { queue, config } = runtime;
  if (!config.apiToken || !queue.board) return;
  const admit = browserBearerCheck(config.apiToken);
  app.addHook("onRequest", async (request, reply) => {
    try {
      return await admit(request, reply);
    } catch {
      // After an error here, Bull Board would answer with its own page and status 500.
      refusals.count("/queues", "UNAUTHORIZED");
      return reply.code(401).send({ code: "UNAUTHORIZED" });
    }
  });
  app.addHook("onSend", async (_, reply, payload) => {
    reply.header("cache-control", "no-store");
    reply.header("content-security-policy", POLICY);
    return typeof payload === "string" ? payload.replace(FOREIGN, "") : payload;
  });
  await app.register(queue.board("/queues"), { prefix: "/queues" });
}
