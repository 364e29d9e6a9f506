import { randomUUID } from "node:crypto";
import type { Queue as BullQueue } from "bullmq";
import type { JobName, Queue } from "./jobs.ts";

/** In ms. */
const SAME_WAKE_UP = 5_000;
/** Jobs without a priority run first. */
const LOW = 10;

export type BullQueues = Record<JobName, BullQueue>;

/** Reports only the first lost wake-up of an outage. */
type WakeUpReports = {
  failed: (name: JobName, error: unknown) => void;
  outage: { begin(): void; end(): void } | undefined;
  isClosed: () => boolean;
};

export function openWakeUps(queues: BullQueues, { failed, outage, isClosed }: WakeUpReports): Pick<Queue, "wake"> {
  let away = false;
  return {
    async wake(name, job, { delay, low, again } = {}) {
      if (isClosed()) return;
      try {
        await queues[name].add(name, job, {
          jobId: `ring-${randomUUID()}`,
          removeOnComplete: true,
          removeOnFail: true,
          ...(delay ? { delay: Math.ceil(delay) } : {}),
          ...(low ? { priority: LOW } : {}),
          ...(again ? { deduplication: { id: Object.values(job).join(" "), ttl: SAME_WAKE_UP } } : {}),
        });
        away = false;
        outage?.end();
      } catch (error) {
        if (isClosed()) return;
        outage?.begin();
        if (!away && !outage) failed(name, error);
        away = true;
      }
    },
  };
}

export async function countWakeUps(queues: BullQueues): Promise<Record<JobName, number>> {
  const counted = await Promise.all(
    Object.entries(queues).map(async ([name, queue]) => {
      const counts = await queue.getJobCounts("waiting", "active", "prioritized").catch(() => ({}));
      return [name, Object.values(counts).reduce((sum, count) => sum + count, 0)] as const;
    }),
  );
  return Object.fromEntries(counted) as Record<JobName, number>;
}
