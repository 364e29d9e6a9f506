/**
 * - `complaints`: tickets that wait for routing, a notice or a reminder.
 * - `media`: tickets with files to fetch.
 */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

export type Upkeep = {
  /** Leaves out messages younger than `age` ms, because a worker probably handles them. */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /**
   * Times are in ms.
   * - `unanswered`: how long the oldest message has waited for an answer.
   * - `oldest`: how long the oldest reply has waited to be sent.
   */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  /** Returns the number of dropped records. */
  expire(age: number, deadAge?: number, changeAge?: number, candidateAge?: number): Promise<number>;
  /** `oldest`: when the oldest of these records was handled, in ms since 1970. */
  expiring(
    age: number,
    deadAge: number,
    changeAge: number,
    candidateAge: number,
  ): Promise<{ of: string; count: number; oldest?: number }[]>;
  check(): Promise<void>;
  close(): Promise<void>;
};
