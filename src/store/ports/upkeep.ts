/** The ids of conversations with pending messages, and of tickets with news, with a clock that is due or with files to fetch. */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

/** Operations for the sweeper, for checks and for retention. */
export type Upkeep = {
  /**
   * Returns what waits, the oldest first. With `age`, messages younger than `age` ms are left out, since a worker is
   * probably handling them.
   */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /**
   * Counts the messages and replies that wait. `unanswered`: ms that the oldest unanswered message has waited.
   * `oldest`: ms that the oldest unsent reply has waited. Both are 0 if there is none.
   */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  /**
   * Drops records that were handled more than `age` ms ago, dead letters older than `deadAge` and changes in the log
   * older than `changeAge`, if these are given. Works in small steps; returns how many records it dropped.
   */
  expire(age: number, deadAge?: number, changeAge?: number): Promise<number>;
  /** Counts the records that `expire` would drop, by class. `oldest`: when the oldest of them was handled. */
  expiring(age: number, deadAge: number, changeAge: number): Promise<{ of: string; count: number; oldest?: number }[]>;
  check(): Promise<void>;
  close(): Promise<void>;
};
