import { Agent, request } from "undici";

/** Like a platform, repeats each webhook request until the service answers with 2xx. */
export type Deliverer = {
  deliver(queue: string, body: string | Buffer, headers: Record<string, string>, times?: number): Promise<void>;
  /** `latencies` are in ms. */
  stats: { latencies: number[]; statuses: Record<number, number> };
  close(): Promise<void>;
};

/** Telegram's pauses before the next tries, in seconds. */
const PAUSES = [0, 2, 4, 8, 16, 32, 64];

export function openDeliverer(url: string, { clock = 0.01 }: { clock?: number } = {}): Deliverer {
  const agent = new Agent({ connections: 256, pipelining: 1 });
  const stats: Deliverer["stats"] = { latencies: [], statuses: {} };
  const queues = new Map<string, Promise<void>>();
  let closed = false;

  async function once(body: string | Buffer, headers: Record<string, string>): Promise<number | undefined> {
    const started = performance.now();
    try {
      const answer = await request(url, {
        method: "POST",
        dispatcher: agent,
        body,
        headers: { "content-type": "application/json", ...headers },
      });
      await answer.body.dump();
      stats.latencies.push(performance.now() - started);
      stats.statuses[answer.statusCode] = (stats.statuses[answer.statusCode] ?? 0) + 1;
      if (answer.statusCode < 300) return undefined;
      const wait = Number(answer.headers["retry-after"]);
      return Number.isFinite(wait) ? wait : -1;
    } catch {
      return -1;
    }
  }

  async function untilTaken(body: string | Buffer, headers: Record<string, string>): Promise<void> {
    for (let attempt = 0; !closed; attempt += 1) {
      const wait = await once(body, headers);
      if (wait === undefined) return;
      const pause = wait >= 0 ? wait : (PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 64);
      await new Promise((resolve) => setTimeout(resolve, pause * 1_000 * clock));
    }
  }

  return {
    stats,
    deliver(queue, body, headers, times = 1) {
      const before = queues.get(queue) ?? Promise.resolve();
      const done = before.then(async () => {
        for (let time = 0; time < times; time += 1) await untilTaken(body, headers);
      });
      queues.set(queue, done);
      void done.then(() => {
        if (queues.get(queue) === done) queues.delete(queue);
      });
      return done;
    },
    async close() {
      closed = true;
      await agent.close().catch(() => undefined);
    },
  };
}
