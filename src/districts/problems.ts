export type Problems = string[];
