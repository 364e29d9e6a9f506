import type { FastifyInstance } from "fastify";
import type { Runtime } from "../runtime.ts";
import { browserBearer } from "./bearer.ts";

/** Bull Board at `/queues` for whoever brings `API_TOKEN`, in a browser as the password; none without a Redis. */
export async function queues(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const { queue, config } = runtime;
  if (!config.apiToken || !queue.board) return;
  app.addHook("onRequest", browserBearer(config.apiToken));
  app.addHook("onSend", async (_, reply) => {
    reply.header("cache-control", "no-store");
  });
  await app.register(queue.board("/queues"), { prefix: "/queues" });
}
