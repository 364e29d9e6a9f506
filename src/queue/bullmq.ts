import { randomUUID } from "node:crypto";
import { Queue as BullQueue, Worker } from "bullmq";
import { BullMQOtel } from "bullmq-otel";
import { limitTime } from "../time-limit.ts";
import { openBoard } from "./board.ts";
import { openInHand } from "./in-hand.ts";
import { type Handlers, type Job, type JobName, jobs, type Queue } from "./jobs.ts";
import { connectRedis, openImpatient, openPatient } from "./redis.ts";
import { openSharedPace } from "./shared-pace.ts";

/** How much of each kind of work runs at once in one process; sends wait for platforms, turns for the store. */
const CONCURRENCY: Record<JobName, number> = { inbound: 32, outbound: 256, complaints: 8, media: 4 };

/** The default drops a job when its worker dies for the second time. It may be picked up as often as it takes. */
const MOST_STALLS = 1_000;
const LOCK = 30_000;
/** Ms in which a sweeper's second wake-up for the same chat is one. */
const RUNG = 5_000;
/** BullMQ's scale: what has none goes first. */
const LOW = 10;

/** `traced`: wake-ups carry the context of the trace they belong to. `outage` hears when Redis goes and comes. */
type Options = { prefix?: string; traced?: boolean; outage?: { begin(): void; end(): void } };

/**
 * The queue of many processes, on Redis. Jobs hold ids only and are gone when done; each wake-up has an id of its own. A
 * wake-up that Redis does not take is let go: the message is in the store and the sweeper asks for it again. Rejects with
 * SETTINGS_INVALID for a Redis that is not there or drops keys.
 */
export async function openBullQueue(
  url: string,
  failed: (name: JobName, error: unknown) => void,
  { prefix = "sapa", traced = false, outage }: Options = {},
): Promise<Queue> {
  const producer = openImpatient(url);
  await connectRedis(producer);
  const pace = openSharedPace(producer, prefix);
  const inHand = openInHand(failed);
  const listeners = new Set<(conversation: string) => void>();
  const subscriber = openPatient(url);
  const worker = openPatient(url);
  const telemetry = traced ? { telemetry: new BullMQOtel({ tracerName: "sapa-bansos" }) } : {};
  const channel = `${prefix}.announce`;
  const workers: Worker[] = [];
  let away = false;
  let closed = false;
  producer.on("close", () => closed || outage?.begin());
  producer.on("ready", () => outage?.end());
  const bells = Object.fromEntries(
    (Object.keys(jobs) as JobName[]).map((name) => {
      const bell = new BullQueue(name, { connection: producer, prefix, skipMetasUpdate: true, ...telemetry });
      bell.on("error", () => undefined);
      return [name, bell];
    }),
  ) as Record<JobName, BullQueue>;

  return {
    async wake(name, job, { delay, low, again } = {}) {
      if (closed) return;
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
        if (closed) return;
        outage?.begin();
        if (!away && !outage) failed(name, error);
        away = true;
      }
    },
    run(name, work) {
      void inHand.run(name, work);
    },
    work(handlers: Partial<Handlers>) {
      for (const [name, handler] of Object.entries(handlers) as [JobName, (job: Job) => Promise<void>][]) {
        const made = new Worker(name, ({ data }) => inHand.run(name, () => handler(jobs[name].parse(data))), {
          connection: worker,
          prefix,
          concurrency: CONCURRENCY[name],
          lockDuration: LOCK,
          stalledInterval: LOCK / 2,
          maxStalledCount: MOST_STALLS,
          skipVersionCheck: true,
          ...telemetry,
        });
        made.on("error", () => undefined); // it goes on by itself when Redis is back
        workers.push(made);
      }
    },
    pace,
    announce(conversation) {
      producer.publish(channel, conversation).catch(() => undefined); // pages look again by themselves
    },
    onAnnounce(heard) {
      if (listeners.size === 0) {
        subscriber.on("message", (_, conversation: string) => {
          for (const one of listeners) one(conversation);
        });
        subscriber.subscribe(channel).catch(() => undefined);
      }
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    async check() {
      await producer.ping();
    },
    async depth() {
      const counted = await Promise.all(
        Object.entries(bells).map(async ([name, bell]) => {
          const counts = await bell.getJobCounts("waiting", "active", "prioritized").catch(() => ({}));
          return [name, Object.values(counts).reduce((sum, count) => sum + count, 0)] as const;
        }),
      );
      return Object.fromEntries(counted) as Record<JobName, number>;
    },
    board: (base) => openBoard(Object.values(bells), base),
    async close(grace) {
      closed = true;
      await limitTime(grace, Promise.all([...workers.map((one) => one.close()), inHand.empty()]), () => undefined);
      // A connection that waits for a Redis which is gone would wait here too.
      const ends = [...workers, ...Object.values(bells)].map((one) => one.disconnect());
      await limitTime(1_000, Promise.allSettled(ends), () => undefined);
      for (const redis of [producer, subscriber, worker]) redis.disconnect();
    },
  };
}
