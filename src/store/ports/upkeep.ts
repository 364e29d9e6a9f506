/**
 * `inbound`, `outbound`: conversations with pending messages. `complaints`: tickets with news or with a clock that is
 * due. `media`: tickets with files to fetch.
 */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

/** Operations for the sweeper, for checks and for retention. */
export type Upkeep = {
  /**
   * Returns up to `limit` items of each kind of waiting work; tickets come the oldest first. With `age`, leaves out
   * messages younger than `age` ms, because a worker is probably handling them.
   */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /**
   * Counts the messages and replies that wait. `unanswered`: how long the oldest unanswered message has waited, in ms.
   * `oldest`: how long the oldest unsent reply has waited, in ms. Both are 0 if there is none.
   */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  /**
   * Drops records that were handled more than `age` ms ago, and returns how many. Each other age is for one class, and
   * drops nothing if it is absent: `deadAge` for dead letters, `changeAge` for changes in the log, `candidateAge` for
   * candidates.
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
