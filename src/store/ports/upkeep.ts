/**
 * The ids of conversations with pending messages, and of tickets with news, with a clock that is due, or with files to
 * fetch.
 */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

/** Operations for the sweeper, for checks and for retention. */
export type Upkeep = {
  /**
   * Returns the waiting work, the oldest first. With `age`, leaves out messages younger than `age` ms, because a worker
   * is probably handling them.
   */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /**
   * Counts the messages and replies that wait. `unanswered`: how long the oldest unanswered message has waited, in ms.
   * `oldest`: how long the oldest unsent reply has waited, in ms. Both are 0 if there is none.
   */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  /**
   * Drops records that were handled more than `age` ms ago. If the caller gives the other ages, also drops dead letters
   * older than `deadAge`, changes in the log older than `changeAge`, and candidates older than `candidateAge`. Works in
   * small steps. Returns how many records it dropped.
   */
  expire(age: number, deadAge?: number, changeAge?: number, candidateAge?: number): Promise<number>;
  /** Counts the records that `expire` would drop, by class. `oldest`: when the oldest of them was handled. */
  expiring(
    age: number,
    deadAge: number,
    changeAge: number,
    candidateAge: number,
  ): Promise<{ of: string; count: number; oldest?: number }[]>;
  check(): Promise<void>;
  close(): Promise<void>;
};
