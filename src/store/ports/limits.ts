/**
 * `add` 0 only looks. A window begins with its first count. A rule with `once` adds 1, and counts each value of it once in
 * a window: a message that is handled again, or a person who is looked up again.
 */
export type LimitRule = { key: string; limit: number; window: number; add: number; once?: string };

export type Limits = {
  /** Counts all rules in one step and names the first that is over its limit. */
  count(rules: readonly LimitRule[]): Promise<{ exceeded?: string; counts: number[] }>;
  /** Undoes what these rules have counted under their `once`, where it still counts. */
  takeBack(rules: readonly LimitRule[]): Promise<void>;
  /** The highest count that still runs of a key, or of all that begin as a key that ends in `*`; 0 where there is none. */
  highestCount(key: string): Promise<number>;
  /** Forgets the counts of these keys; a key that ends in `*` stands for all that begin so. */
  clearCounts(keys: readonly string[]): Promise<void>;
};
