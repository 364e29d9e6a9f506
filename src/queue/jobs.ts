import { z } from "zod";

/** Every kind of work and what wakes it. Jobs carry ids, never content. */
export const jobs = {
  inbound: z.object({ conversation: z.string() }),
  outbound: z.object({ conversation: z.string() }),
} as const;

export type JobName = keyof typeof jobs;
export type Job<Name extends JobName = JobName> = z.infer<(typeof jobs)[Name]>;
export type Handlers = { [Name in JobName]: (job: Job<Name>) => Promise<void> };

/** A doorbell: losing every ring loses nothing, since the sweeper rings again for whatever is pending in the store. */
export type Queue = {
  wake<Name extends JobName>(name: Name, job: Job<Name>, options?: { delay?: number }): Promise<void>;
  /** Does work that is in hand already, beside whatever is rung for; failing is told as that of a job. */
  run(name: JobName, work: () => Promise<void>): void;
  /** Starts working on these jobs in this process. */
  work(handlers: Partial<Handlers>): void;
  /** Takes a place under a rate shared by all workers (`rate` a second, `burst` at once); ms to wait, 0 when free. */
  pace(key: string, rate: number, burst: number): Promise<number>;
  /** Tells every process that a conversation's history grew. */
  announce(conversation: string): void;
  onAnnounce(heard: (conversation: string) => void): () => void;
  /** Waits for running work, at most `grace` ms, and takes no more. */
  close(grace: number): Promise<void>;
};
