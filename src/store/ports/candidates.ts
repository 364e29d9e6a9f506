/** `at` is in ms since 1970. */
export type Candidate = {
  id: string;
  district: string;
  at: number;
  /** The citizen's words, with long numbers masked. */
  text: string;
  offered: string[];
  /** The label that the citizen chose, or `none`. */
  chosen?: string;
  labelled?: LabelledExample;
};

export type LabelledExample = { label: string; language: string; text: string; by: string; at: number };

export const MOST_CANDIDATES = 50;

export type Candidates = {
  /** With `labelled`, returns only candidates that an officer has reworded. */
  candidates(asked: { district?: string; labelled?: boolean; limit: number }): Promise<Candidate[]>;
  candidate(id: string): Promise<Candidate | undefined>;
  labelCandidate(id: string, labelled: LabelledExample): Promise<boolean>;
  dropCandidate(id: string): Promise<boolean>;
};
