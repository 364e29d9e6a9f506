import type { FastifyInstance } from "fastify";
import type { Runtime } from "../runtime.ts";

/** `live`: the process turns; `ready`: it can keep a message, in the store or, while that is away, in its spool. */
export async function health(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const store = await runtime.store.check().then(
      () => "up",
      () => "down",
    );
    const spool = runtime.spool.holding ? "holding" : "empty";
    return reply
      .code(store === "up" ? 200 : 503)
      .send({ status: store === "up" ? "ready" : "not ready", store, spool });
  });
}
