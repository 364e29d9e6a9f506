/** The problems of a pack, one sentence each, so that an office sees all of them at once. */
export type Problems = string[];
