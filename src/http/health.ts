import type { FastifyInstance } from "fastify";
import type { Runtime } from "../runtime.ts";

/** Ms after which no answer is one. */
const PATIENCE = 2_000;

/** `live`: the process turns; `ready`: it can keep a message, in the store or, while that is away, in its spool. */
export async function health(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const [store, queue] = await Promise.all([isUp(runtime.store.check()), isUp(runtime.queue.check())]);
    const spool = runtime.spool.holding ? "holding" : "empty";
    return reply
      .code(store === "up" ? 200 : 503)
      .send({ status: store === "up" ? "ready" : "not ready", store, queue, spool });
  });
}

/** A queue that is away makes nothing unready: rings are lost, messages are not, and the sweeper rings again. */
async function isUp(check: Promise<void>): Promise<"up" | "down"> {
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<"down">((resolve) => (late = setTimeout(() => resolve("down"), PATIENCE)));
  const answer = check.then(
    () => "up" as const,
    () => "down" as const,
  );
  return Promise.race([answer, patience]).finally(() => clearTimeout(late));
}
