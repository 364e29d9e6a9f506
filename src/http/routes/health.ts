import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import type { Runtime } from "../../runtime.ts";
import { isFileStore } from "../../store/schemes.ts";
import { limitTime } from "../../time-limit.ts";
import type { Ready } from "../contract/health.ts";

/** In ms. A part that takes longer counts as down. */
const PATIENCE = 2_000;
/** In ms. Each check writes to the disk, so callers share one answer. */
const KEPT = 1_000;

type Answer = z.input<typeof Ready>;
type State = Answer["store"];

/** With `keeps`, the process is ready if it can keep a message. */
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
    // The sweeper replaces lost wake-ups, so the process needs no queue.
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
