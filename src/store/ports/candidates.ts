/** A citizen's message that was not understood, kept to improve the understanding. `at` is in ms since 1970. */
export type Candidate = {
  id: string;
  district: string;
  at: number;
  /** The words as they were written, with long numbers masked. */
  text: string;
  /** The labels of the meanings that were offered. */
  offered: string[];
  /** The label of the meaning that the citizen chose; `none` for none of them. */
  chosen?: string;
  labelled?: LabelledExample;
};

/** An officer's own wording of such a message, with its label. `at` is in ms since 1970. */
export type LabelledExample = { label: string; language: string; text: string; by: string; at: number };

/** A chat has at most this many candidates at a time. */
export const MOST_CANDIDATES = 50;

export type Candidates = {
  /** Candidates of a district, or of all, the newest first. `labelled`: only those that an officer has worded anew. */
  candidates(asked: { district?: string; labelled?: boolean; limit: number }): Promise<Candidate[]>;
  candidate(id: string): Promise<Candidate | undefined>;
  /** Writes an officer's wording in place of an earlier one and returns true; false if there is no such candidate. */
  labelCandidate(id: string, labelled: LabelledExample): Promise<boolean>;
  /** Drops a candidate; returns whether there was one. */
  dropCandidate(id: string): Promise<boolean>;
  /** Drops candidates that were kept more than `age` ms ago; returns how many. */
  expireCandidates(age: number): Promise<number>;
  /** Counts the candidates that `expireCandidates` would drop. `oldest`: when the oldest of them was kept. */
  expiringCandidates(age: number): Promise<{ count: number; oldest?: number }>;
};
