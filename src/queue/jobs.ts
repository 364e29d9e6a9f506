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
 * `delay` in ms. `low`: runs after all other wake-ups (a mass notice after citizens' replies). `again`: a repeat by the
 * sweeper, dropped if the sweeper sent the same wake-up within the last seconds.
 */
type WakeOptions = { delay?: number; low?: boolean; again?: boolean };

/** Wakes workers. Losing every wake-up loses nothing: the sweeper sends them again for whatever is pending in the store. */
export type Queue = {
  wake<Name extends JobName>(name: Name, job: Job<Name>, options?: WakeOptions): Promise<void>;
  /** Runs work that has begun already, beside the woken jobs; a failure is reported like that of a job. */
  run(name: JobName, work: () => Promise<void>): void;
  /** Starts working on these jobs in this process. */
  work(handlers: Partial<Handlers>): void;
  /**
   * Takes a place under all of these rates, which all workers share, or under none. Returns the ms to wait, 0 if it
   * took a place.
   */
  pace(rates: readonly Rate[]): Promise<number>;
  /** Tells every process that a conversation's history grew. */
  announce(chat: string): void;
  onAnnounce(heard: (chat: string) => void): () => void;
  /** Rejects when wake-ups would be lost. */
  check(): Promise<void>;
  /** Wake-ups that wait or are being handled; delayed ones are not counted. */
  depth(): Promise<Record<JobName, number>>;
  /** Opens pages that show the waiting jobs, under the path `base`; absent if the queue has no pages. */
  board?(base: string): FastifyPluginCallback;
  /** Takes no new work and waits for running work, at most `grace` ms. */
  close(grace: number): Promise<void>;
};
