import { Queue as BullQueue, type Worker } from "bullmq";
import { BullMQOtel } from "bullmq-otel";
import { limitTime } from "../time-limit.ts";
import { openAnnouncements } from "./announcements.ts";
import { openBoard } from "./board.ts";
import { endWork, startWorkers } from "./bull-workers.ts";
import { type JobName, jobs, type Queue } from "./jobs.ts";
import { connectRedis, openImpatient, openPatient } from "./redis.ts";
import { openRunningWork } from "./running-work.ts";
import { openSharedPace } from "./shared-pace.ts";
import { type BullQueues, countWakeUps, openWakeUps } from "./wake-ups.ts";

type Options = { prefix?: string; traced?: boolean; outage?: { begin(): void; end(): void } };

/** After a failed start command, BullMQ would lose every later wake-up. */
const NO_START_COMMANDS = { skipMetasUpdate: true, skipVersionCheck: true };

/** Rejects with SETTINGS_INVALID if Redis cannot be reached or may drop keys. */
export async function openBullQueue(
  url: string,
  failed: (name: JobName, error: unknown) => void,
  { prefix = "sapa", traced = false, outage }: Options = {},
): Promise<Queue> {
  const producer = openImpatient(url);
  await connectRedis(producer);
  const pace = openSharedPace(producer, prefix);
  const inHand = openRunningWork(failed);
  const subscriber = openPatient(url);
  const worker = openPatient(url);
  const telemetry = traced ? { telemetry: new BullMQOtel({ tracerName: "sapa-bansos" }) } : {};
  const workers: Worker[] = [];
  let closed = false;
  producer.on("close", () => closed || outage?.begin());
  producer.on("ready", () => outage?.end());
  const queues = Object.fromEntries(
    (Object.keys(jobs) as JobName[]).map((name) => {
      const queue = new BullQueue(name, { connection: producer, prefix, ...NO_START_COMMANDS, ...telemetry });
      queue.on("error", () => undefined);
      return [name, queue];
    }),
  ) as BullQueues;

  return {
    ...openWakeUps(queues, { failed, outage, isClosed: () => closed }),
    ...openAnnouncements({ producer, subscriber }, `${prefix}.announce`),
    run(name, work) {
      void inHand.run(name, work);
    },
    work(handlers) {
      workers.push(...startWorkers(handlers, inHand, { connection: worker, prefix, ...telemetry }));
    },
    pace,
    async check() {
      await producer.ping();
    },
    depth: () => countWakeUps(queues),
    board: (base) => openBoard(Object.values(queues), base),
    async close(grace) {
      closed = true;
      await limitTime(grace, endWork(workers, inHand), () => undefined);
      // Disconnecting waits for Redis, which may not answer.
      const ends = [...workers, ...Object.values(queues)].map((one) => one.disconnect());
      await limitTime(1_000, Promise.allSettled(ends), () => undefined);
      for (const redis of [producer, subscriber, worker]) redis.disconnect();
    },
  };
}
