import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import type { Runtime } from "../../runtime.ts";
import { isFileStore } from "../../store/schemes.ts";
import { limitTime } from "../../time-limit.ts";
import type { Ready } from "../contract/health.ts";

/** A part that has not answered after this many ms counts as down. */
const PATIENCE = 2_000;
/** We repeat an answer for this many ms, because each check writes to the disk and anybody may ask. */
const KEPT = 1_000;

type Answer = z.input<typeof Ready>;
type State = Answer["store"];

/**
 * Registers `/health/live` and `/health/ready`. The first answers while the process runs. A process that keeps messages
 * (`keeps`) is ready if it can keep a message now. To find out, it writes a few bytes beside its spool. The spool keeps
 * messages while the store is away, and a store in a file is on the same disk. A process that only works is ready while
 * the store answers.
 */
export async function registerHealth(
  app: FastifyInstance,
  { runtime, keeps }: { runtime: Runtime; keeps: boolean },
): Promise<void> {
  const { store, queue, spool, config } = runtime;
  const isFile = isFileStore(config.storeUrl);
  let last: { at: number; answer: Promise<Answer> } | undefined;

  async function checkHealth(): Promise<Answer> {
    const [storeIs, queueIs, diskIs] = await Promise.all([
      findState(store.check()),
      findState(queue.check()),
      keeps ? findState(spool.check()) : ("down" as const),
    ]);
    // Without its queue the process stays ready: it loses wake-ups, no messages, and the sweeper wakes workers again.
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
    if (!last || now - last.at > KEPT) last = { at: now, answer: checkHealth() };
    const answer = await last.answer;
    return reply.code(answer.status === "ready" ? 200 : 503).send(answer);
  });
}

async function findState(check: Promise<void>): Promise<State> {
  const answer = check.then(
    () => "up" as const,
    () => "down" as const,
  );
  return limitTime(PATIENCE, answer, () => "down" as const);
}
