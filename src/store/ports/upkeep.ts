/**
 * - `inbound`, `outbound`: conversations with pending messages.
 * - `complaints`: tickets with news, or with something to tell.
 * - `media`: tickets with files to fetch.
 */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

export type Upkeep = {
  /**
   * Returns about `limit` items of each kind. Leaves out messages younger than `age` ms, because a worker is probably
   * handling them.
   */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /**
   * Times are in ms.
   * - `unanswered`: how long the oldest message has waited for an answer.
   * - `oldest`: how long the oldest reply has waited to be sent.
   */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  /**
   * Drops records that were handled more than `age` ms ago, and returns their number. Dead letters, changes and
   * candidates have ages of their own. Without such an age, these records stay.
   */
  expire(age: number, deadAge?: number, changeAge?: number, candidateAge?: number): Promise<number>;
  /** Counts the records that `expire` would drop. `oldest` is when the oldest such record was handled (ms). */
  expiring(
    age: number,
    deadAge: number,
    changeAge: number,
    candidateAge: number,
  ): Promise<{ of: string; count: number; oldest?: number }[]>;
  check(): Promise<void>;
  close(): Promise<void>;
};
