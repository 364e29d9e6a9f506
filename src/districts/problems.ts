/** The problems of a pack, one sentence each. An office sees all of them together. */
export type Problems = string[];
