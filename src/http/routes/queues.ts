import type { FastifyInstance } from "fastify";
import type { Runtime } from "../../runtime.ts";
import { browserBearer } from "../bearer.ts";
import type { Refusals } from "../refusals.ts";

/** The board's page asks a foreign server for its fonts, which would tell it who watches; the system's own will do. */
const FOREIGN = /<link\b[^>]*\bhref="https?:\/\/[^>]*>/g;
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/** Bull Board at `/queues` for whoever brings `API_TOKEN`, in a browser as the password; none without a Redis. */
export async function queues(
  app: FastifyInstance,
  { runtime, refusals }: { runtime: Runtime; refusals: Refusals },
): Promise<void> {
  const { queue, config } = runtime;
  if (!config.apiToken || !queue.board) return;
  const admit = browserBearer(config.apiToken);
  app.addHook("onRequest", async (request, reply) => {
    try {
      return await admit(request, reply);
    } catch {
      // The board answers errors by a page of its own with 500.
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
