/**
 * `inbound` and `outbound` hold conversations with pending messages, `complaints` tickets with news or a due clock,
 * `media` tickets with files to fetch.
 */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

export type Upkeep = {
  /**
   * Returns up to `limit` items of each kind of waiting work, the oldest tickets first. With `age`, leaves out messages
   * younger than `age` ms, because a worker is probably handling them.
   */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /**
   * `unanswered` is how long the oldest unanswered message has waited, `oldest` how long the oldest unsent reply, in
   * ms; 0 if nothing waits.
   */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  /**
   * Drops records that were handled more than `age` ms ago, and returns their number. Dead letters, changes and
   * candidates have their own ages, and stay if theirs is absent.
   */
  expire(age: number, deadAge?: number, changeAge?: number, candidateAge?: number): Promise<number>;
  /** Counts, by class, the records that `expire` would drop. `oldest` is when the oldest of them was handled. */
  expiring(
    age: number,
    deadAge: number,
    changeAge: number,
    candidateAge: number,
  ): Promise<{ of: string; count: number; oldest?: number }[]>;
  check(): Promise<void>;
  close(): Promise<void>;
};
