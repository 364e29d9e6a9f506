import type { FastifyPluginCallback } from "fastify";
import { z } from "zod";
import type { Rate } from "./pace.ts";

/** A job contains an id, and no content. */
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
 * - `delay`: in ms.
 * - `low`: the job runs after all other jobs, so citizens' replies go before a mass notice.
 * - `again`: the queue may drop the wake-up if the same wake-up came a few seconds before.
 */
type WakeOptions = { delay?: number; low?: boolean; again?: boolean };

/** A lost wake-up does no harm, because the sweeper sends it again. */
export type Queue = {
  wake<Name extends JobName>(name: Name, job: Job<Name>, options?: WakeOptions): Promise<void>;
  run(name: JobName, work: () => Promise<void>): void;
  work(handlers: Partial<Handlers>): void;
  /** Reserves a send and returns 0, or returns the ms to wait. */
  pace(rates: readonly Rate[]): Promise<number>;
  announce(chat: string): void;
  onAnnounce(heard: (chat: string) => void): () => void;
  /** Rejects if the queue would lose wake-ups now. */
  check(): Promise<void>;
  /** Counts waiting and running wake-ups, without delayed ones. */
  depth(): Promise<Record<JobName, number>>;
  board?(base: string): FastifyPluginCallback;
  /** Waits at most `grace` ms for running work. */
  close(grace: number): Promise<void>;
};
