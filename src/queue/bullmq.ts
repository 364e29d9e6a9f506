import { Queue as BullQueue, type Worker } from "bullmq";
import { BullMQOtel } from "bullmq-otel";
import { limitTime } from "../time-limit.ts";
import { openAnnouncements } from "./announcements.ts";
import { openBoard } from "./board.ts";
import { startWorkers } from "./bull-workers.ts";
import { openInHand } from "./in-hand.ts";
import { type JobName, jobs, type Queue } from "./jobs.ts";
import { connectRedis, openImpatient, openPatient } from "./redis.ts";
import { openSharedPace } from "./shared-pace.ts";
import { type Bells, depthOf, openWakeUps } from "./wake-ups.ts";

/** `traced`: wake-ups carry the context of the trace they belong to. `outage` hears when Redis goes and comes. */
type Options = { prefix?: string; traced?: boolean; outage?: { begin(): void; end(): void } };

/**
 * A queue asks Redis nothing while it opens: BullMQ never forgets that such a question failed, and would let go every wake-up
 * of a process whose start was held up for a second.
 */
const ASKS_NOTHING = { skipMetasUpdate: true, skipVersionCheck: true };

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
  const subscriber = openPatient(url);
  const worker = openPatient(url);
  const telemetry = traced ? { telemetry: new BullMQOtel({ tracerName: "sapa-bansos" }) } : {};
  const workers: Worker[] = [];
  let closed = false;
  producer.on("close", () => closed || outage?.begin());
  producer.on("ready", () => outage?.end());
  const bells = Object.fromEntries(
    (Object.keys(jobs) as JobName[]).map((name) => {
      const bell = new BullQueue(name, { connection: producer, prefix, ...ASKS_NOTHING, ...telemetry });
      bell.on("error", () => undefined);
      return [name, bell];
    }),
  ) as Bells;

  return {
    ...openWakeUps(bells, { failed, outage, isClosed: () => closed }),
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
    depth: () => depthOf(bells),
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
