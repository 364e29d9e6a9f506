/** Collects what is wrong with a pack, a line each, so that an office sees everything at once. */
export type Problems = string[];
