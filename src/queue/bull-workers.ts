import { type Telemetry, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { type Handlers, type Job, type JobName, jobs } from "./jobs.ts";
import type { openRunningWork } from "./running-work.ts";

/** In one process; most jobs only wait for a platform or the store. */
const CONCURRENCY: Record<JobName, number> = { inbound: 32, outbound: 256, complaints: 8, media: 4 };

/** BullMQ would drop a job after its worker has died twice. */
const MOST_STALLS = 1_000;
const LOCK = 30_000;

type Options = { connection: Redis; prefix: string; telemetry?: Telemetry };

export function startWorkers(
  handlers: Partial<Handlers>,
  inHand: ReturnType<typeof openRunningWork>,
  options: Options,
): Worker[] {
  return (Object.entries(handlers) as [JobName, (job: Job) => Promise<void>][]).map(([name, handler]) => {
    const made = new Worker(name, ({ data }) => inHand.run(name, () => handler(jobs[name].parse(data))), {
      ...options,
      concurrency: CONCURRENCY[name],
      lockDuration: LOCK,
      stalledInterval: LOCK / 2,
      maxStalledCount: MOST_STALLS,
      skipVersionCheck: true,
    });
    made.on("error", () => undefined); // The worker continues by itself when Redis is back.
    return made;
  });
}

/** A worker's last job may begin work that goes on after the job, so the workers end first. */
export async function endWork(
  workers: readonly Pick<Worker, "close">[],
  inHand: ReturnType<typeof openRunningWork>,
): Promise<void> {
  await Promise.allSettled(workers.map((one) => one.close()));
  await inHand.waitUntilIdle();
}
