/**
 * - `inbound`, `outbound`: conversations with pending messages.
 * - `complaints`: tickets that wait for routing, a notice or a reminder.
 * - `media`: tickets with files to fetch.
 */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

export type Upkeep = {
  /**
   * Returns about `limit` items of each kind. Leaves out messages younger than `age` ms, because a worker probably
   * handles them.
   */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /**
   * Times are in ms.
   * - `unanswered`: how long the oldest message has waited for an answer.
   * - `oldest`: how long the oldest reply has waited to be sent.
   */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  /**
   * Drops records that were handled more than `age` ms ago, and returns their number. Drops dead letters, changes and
   * candidates only with their own ages.
   */
  expire(age: number, deadAge?: number, changeAge?: number, candidateAge?: number): Promise<number>;
  /** Counts the records that `expire` would drop. `oldest`: when the oldest of these records was handled (ms). */
  expiring(
    age: number,
    deadAge: number,
    changeAge: number,
    candidateAge: number,
  ): Promise<{ of: string; count: number; oldest?: number }[]>;
  check(): Promise<void>;
  close(): Promise<void>;
};
