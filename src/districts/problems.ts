/** The problems of a pack, one sentence each. All are collected, so that an office sees them at once. */
export type Problems = string[];
