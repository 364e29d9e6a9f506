import { limitTime } from "../time-limit.ts";
import type { Handlers, Job, JobName, Queue } from "./jobs.ts";
import { openPace } from "./pace.ts";
import { openRunningWork } from "./running-work.ts";

/** Most jobs only wait for a platform or the store. */
const CONCURRENCY: Record<JobName, number> = { inbound: 64, outbound: 512, complaints: 8, media: 4 };

/** In ms: the longest delay of a timer. */
const LONGEST_DELAY = 2 ** 31 - 1;

type JobsOfName = {
  handler?: (job: never) => Promise<void>;
  /** Jobs by id, so a second wake-up for the same id adds nothing. */
  waiting: Map<string, Job>;
  low: Map<string, Job>;
  running: Set<string>;
  toRepeat: Map<string, Job>;
};

export function openInlineQueue(failed: (name: JobName, error: unknown) => void): Queue {
  const jobsByName = new Map<JobName, JobsOfName>();
  const listeners = new Set<(conversation: string) => void>();
  const timers = new Set<NodeJS.Timeout>();
  const pace = openPace();
  const inHand = openRunningWork(failed);
  let closed = false;

  function jobsOf(name: JobName): JobsOfName {
    const known = jobsByName.get(name);
    if (known) return known;
    const made: JobsOfName = { waiting: new Map(), low: new Map(), running: new Set(), toRepeat: new Map() };
    jobsByName.set(name, made);
    return made;
  }

  function enqueue(name: JobName, job: Job, isLow = false): void {
    if (closed) return;
    const { running, toRepeat, waiting, low } = jobsOf(name);
    const id = Object.values(job).join(" ");
    if (running.has(id)) toRepeat.set(id, job);
    else if (isLow && !waiting.has(id)) low.set(id, job);
    else {
      low.delete(id);
      waiting.set(id, job);
    }
    runWaiting(name);
  }

  function runWaiting(name: JobName): void {
    const { handler, waiting, low, running } = jobsOf(name);
    if (!handler || closed) return;
    for (const jobsThere of [waiting, low]) {
      for (const [id, job] of jobsThere) {
        if (running.size >= CONCURRENCY[name]) return;
        jobsThere.delete(id);
        running.add(id);
        void runJob(name, id, job, handler);
      }
    }
  }

  async function runJob(name: JobName, id: string, job: Job, handler: (job: never) => Promise<void>): Promise<void> {
    await inHand.run(name, () => handler(job as never));
    const { running, toRepeat, waiting } = jobsOf(name);
    running.delete(id);
    const repeated = toRepeat.get(id);
    if (repeated) {
      toRepeat.delete(id);
      waiting.set(id, repeated);
    }
    runWaiting(name);
  }

  return {
    async wake(name, job, options = {}) {
      if (!options.delay) return enqueue(name, job, options.low);
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          enqueue(name, job, options.low);
        },
        Math.min(options.delay, LONGEST_DELAY),
      );
      timers.add(timer);
    },
    run(name, work) {
      void inHand.run(name, work);
    },
    work(handlers: Partial<Handlers>) {
      for (const [name, handler] of Object.entries(handlers) as [JobName, (job: never) => Promise<void>][]) {
        jobsOf(name).handler = handler;
        runWaiting(name);
      }
    },
    pace: async (rates) => pace(rates),
    announce(conversation) {
      for (const heard of listeners) heard(conversation);
    },
    onAnnounce(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    async check() {},
    async depth() {
      const counted = (Object.keys(CONCURRENCY) as JobName[]).map((name) => {
        const { waiting, low, running, toRepeat } = jobsOf(name);
        return [name, waiting.size + low.size + running.size + toRepeat.size];
      });
      return Object.fromEntries(counted);
    },
    async close(grace) {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await limitTime(grace, inHand.waitUntilIdle(), () => undefined);
    },
  };
}
