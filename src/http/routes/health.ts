import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import type { Runtime } from "../../runtime.ts";
import { isFileStore } from "../../store/schemes.ts";
import { limitTime } from "../../time-limit.ts";
import type { Ready } from "../contract/health.ts";

/** Ms after which no answer is one. */
const PATIENCE = 2_000;
/** Ms in which the same answer is given again: a look writes to the disk, and anybody may ask. */
const KEPT = 1_000;

type Answer = z.input<typeof Ready>;
type State = Answer["store"];

/**
 * `live`: the process turns. `ready`: a message that comes now can be kept. A process that keeps messages writes a few
 * bytes beside its spool to find out: while the store is away the spool keeps, and a store in a file lies on a disk as the
 * spool does. A process that only works (`keeps` false) is ready while its store is there.
 */
export async function health(
  app: FastifyInstance,
  { runtime, keeps }: { runtime: Runtime; keeps: boolean },
): Promise<void> {
  const { store, queue, spool, config } = runtime;
  const isFile = isFileStore(config.storeUrl);
  let last: { at: number; answer: Promise<Answer> } | undefined;

  async function look(): Promise<Answer> {
    const [storeIs, queueIs, diskIs] = await Promise.all([
      stateOf(store.check()),
      stateOf(queue.check()),
      keeps ? stateOf(spool.check()) : ("down" as const),
    ]);
    const isReady = diskIs === "up" || (storeIs === "up" && !(keeps && isFile));
    return {
      status: isReady ? "ready" : "not ready",
      store: storeIs,
      ...(keeps ? { disk: diskIs } : {}),
      queue: queueIs,
      spool: spool.holding ? "holding" : "empty",
    };
  }

  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const now = performance.now();
    if (!last || now - last.at > KEPT) last = { at: now, answer: look() };
    const answer = await last.answer;
    return reply.code(answer.status === "ready" ? 200 : 503).send(answer);
  });
}

/** A queue that is away makes nothing unready: wake-ups are lost, messages are not, and the sweeper wakes the workers again. */
async function stateOf(check: Promise<void>): Promise<State> {
  const answer = check.then(
    () => "up" as const,
    () => "down" as const,
  );
  return limitTime(PATIENCE, answer, () => "down" as const);
}
