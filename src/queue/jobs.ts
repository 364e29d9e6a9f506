import type { FastifyPluginCallback } from "fastify";
import { z } from "zod";
import type { Rate } from "./pace.ts";

/** Every kind of job and the id that it carries. Jobs carry ids, never content. */
export const jobs = {
  inbound: z.object({ conversation: z.string() }),
  outbound: z.object({ conversation: z.string() }),
  complaints: z.object({ number: z.string() }),
  media: z.object({ number: z.string() }),
} as const;

export type JobName = keyof typeof jobs;
export type Job<Name extends JobName = JobName> = z.infer<(typeof jobs)[Name]>;
export type Handlers = { [Name in JobName]: (job: Job<Name>) => Promise<void> };

/**
 * `delay`: in ms. `low`: this wake-up runs after all others, so a mass notice runs after citizens' replies. `again`:
 * the sweeper repeats a wake-up; the queue drops it if the sweeper sent the same one within the last seconds.
 */
type WakeOptions = { delay?: number; low?: boolean; again?: boolean };

/**
 * Wakes workers. The store stays correct even if every wake-up is lost: the sweeper sends new ones for all pending
 * work.
 */
export type Queue = {
  wake<Name extends JobName>(name: Name, job: Job<Name>, options?: WakeOptions): Promise<void>;
  /**
   * Runs work that the caller has begun, beside the woken jobs. A failure of the work is reported like the failure of a
   * job.
   */
  run(name: JobName, work: () => Promise<void>): void;
  work(handlers: Partial<Handlers>): void;
  /**
   * Takes a place under all of these rates, or under none. All workers share the rates. Returns the ms to wait; 0 means
   * that it took a place.
   */
  pace(rates: readonly Rate[]): Promise<number>;
  /** Tells every process that a chat's history grew. */
  announce(chat: string): void;
  onAnnounce(heard: (chat: string) => void): () => void;
  /** Rejects if the queue would lose wake-ups now. */
  check(): Promise<void>;
  /** Counts the wake-ups that wait or are being handled, without the delayed ones. */
  depth(): Promise<Record<JobName, number>>;
  /** Opens pages that show the waiting jobs, under the path `base`; absent if the queue has no pages. */
  board?(base: string): FastifyPluginCallback;
  /** Takes no new work and waits at most `grace` ms for running work. */
  close(grace: number): Promise<void>;
};
