import { randomUUID } from "node:crypto";
import type { Queue as BullQueue } from "bullmq";
import type { JobName, Queue } from "./jobs.ts";

/** Ms in which a sweeper's second wake-up for the same chat is one. */
const RUNG = 5_000;
/** BullMQ's scale: what has none goes first. */
const LOW = 10;

export type Bells = Record<JobName, BullQueue>;

/** Who hears of a wake-up that Redis does not take: it is let go, and the first of an outage is told. */
type Telling = {
  failed: (name: JobName, error: unknown) => void;
  outage: { begin(): void; end(): void } | undefined;
  /** Whether the queue has been closed: then a wake-up is let go in silence. */
  isClosed: () => boolean;
};

/** Sends wake-ups. Each has an id of its own and is gone when its work is done. */
export function openWakeUps(bells: Bells, { failed, outage, isClosed }: Telling): Pick<Queue, "wake"> {
  let away = false;
  return {
    async wake(name, job, { delay, low, again } = {}) {
      if (isClosed()) return;
      try {
        await bells[name].add(name, job, {
          jobId: `ring-${randomUUID()}`,
          removeOnComplete: true,
          removeOnFail: true,
          ...(delay ? { delay: Math.ceil(delay) } : {}),
          ...(low ? { priority: LOW } : {}),
          ...(again ? { deduplication: { id: Object.values(job).join(" "), ttl: RUNG } } : {}),
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

/** Wake-ups that wait or are being answered, by the kind of work. */
export async function depthOf(bells: Bells): Promise<Record<JobName, number>> {
  const counted = await Promise.all(
    Object.entries(bells).map(async ([name, bell]) => {
      const counts = await bell.getJobCounts("waiting", "active", "prioritized").catch(() => ({}));
      return [name, Object.values(counts).reduce((sum, count) => sum + count, 0)] as const;
    }),
  );
  return Object.fromEntries(counted) as Record<JobName, number>;
}
