import type { FastifyPluginCallback } from "fastify";
import { z } from "zod";
import type { Rate } from "./pace.ts";

/** A job carries an id, never content. */
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
 * `delay` is in ms. A `low` wake-up runs after all others, so that citizens' replies go before a mass notice. With
 * `again`, the queue may drop the wake-up if the same wake-up came seconds before.
 */
type WakeOptions = { delay?: number; low?: boolean; again?: boolean };

/** A lost wake-up does no harm, because the sweeper sends it again. */
export type Queue = {
  wake<Name extends JobName>(name: Name, job: Job<Name>, options?: WakeOptions): Promise<void>;
  run(name: JobName, work: () => Promise<void>): void;
  work(handlers: Partial<Handlers>): void;
  /** Reserves a send under all of these rates. Resolves with 0, or with the ms to wait if it reserved nothing. */
  pace(rates: readonly Rate[]): Promise<number>;
  announce(chat: string): void;
  onAnnounce(heard: (chat: string) => void): () => void;
  /** Rejects if the queue would lose wake-ups now. */
  check(): Promise<void>;
  /** Counts the wake-ups that wait or are being handled, without the delayed ones. */
  depth(): Promise<Record<JobName, number>>;
  /** Absent if the queue has no pages. */
  board?(base: string): FastifyPluginCallback;
  /** Waits at most `grace` ms for running work. */
  close(grace: number): Promise<void>;
};
