/** Conversations with something pending, and tickets with news, a clock that is due or files to fetch. */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

/** What sweeping, watching and clearing out need. */
export type Upkeep = {
  /**
   * Conversations with messages to answer and with messages due to be sent, and tickets with news, oldest first. With
   * `age`, messages younger than so many ms are left out: somebody is at work on those.
   */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /** How much waits; `unanswered` and `oldest` are the ms that the oldest message without an answer and the oldest reply not yet sent have waited, 0 when there is none. */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  /**
   * Drops what was handled longer than `age` ago, and dead letters longer than `deadAge` and changes in the log longer
   * than `changeAge` where these are given, a little at a time; returns how many records went.
   */
  expire(age: number, deadAge?: number, changeAge?: number): Promise<number>;
  /** What `expire` would drop, by class, with the moment that the oldest of it was handled. */
  expiring(age: number, deadAge: number, changeAge: number): Promise<{ of: string; count: number; oldest?: number }[]>;
  check(): Promise<void>;
  close(): Promise<void>;
};
