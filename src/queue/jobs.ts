import type { FastifyPluginCallback } from "fastify";
import { z } from "zod";
import type { Rate } from "./pace.ts";

/** Every kind of work and what wakes it. Jobs carry ids, never content. */
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
 * `delay` in ms; `low` goes after everything that is not (a mass notice after citizens' replies); `again` may be
 * swallowed by another such wake-up of the last seconds (the sweeper's).
 */
type WakeOptions = { delay?: number; low?: boolean; again?: boolean };

/** Wakes workers. Losing every wake-up loses nothing: the sweeper sends them again for whatever is pending in the store. */
export type Queue = {
  wake<Name extends JobName>(name: Name, job: Job<Name>, options?: WakeOptions): Promise<void>;
  /** Does work that is in hand already, beside whatever is rung for; failing is told as that of a job. */
  run(name: JobName, work: () => Promise<void>): void;
  /** Starts working on these jobs in this process. */
  work(handlers: Partial<Handlers>): void;
  /** Takes a place under all of these rates, which all workers share, or under none; ms to wait, 0 when free. */
  pace(rates: readonly Rate[]): Promise<number>;
  /** Tells every process that a conversation's history grew. */
  announce(chat: string): void;
  onAnnounce(heard: (chat: string) => void): () => void;
  /** Rejects when wake-ups would be lost. */
  check(): Promise<void>;
  /** Rings that wait or are being answered; delayed ones are not due. */
  depth(): Promise<Record<JobName, number>>;
  /** Pages that show what waits, under a path, where there is something to show. */
  board?(base: string): FastifyPluginCallback;
  /** Waits for running work, at most `grace` ms, and takes no more. */
  close(grace: number): Promise<void>;
};
