/**
 * `window`: in ms; it begins with the first count. `add`: 0 only reads the count. A rule with `once` has `add` 1 and
 * counts each value of `once` only once in a window. Such a value is, for example, the key of a message that may be
 * handled again.
 */
export type LimitRule = { key: string; limit: number; window: number; add: number; once?: string };

export type Limits = {
  /** Counts each rule in one atomic step. Names the first rule that is over its limit. */
  count(rules: readonly LimitRule[]): Promise<{ exceeded?: string; counts: number[] }>;
  /**
   * Takes back the counts of these rules under their `once`, if its window still runs. If nothing is left of a count,
   * its window ends.
   */
  takeBack(rules: readonly LimitRule[]): Promise<void>;
  /**
   * Returns the highest running count of a key, or of all keys with its prefix if it ends in `*`; 0 if there is none.
   */
  highestCount(key: string): Promise<number>;
  /** Removes the counts of these keys. A key that ends in `*` stands for all keys with that prefix. */
  clearCounts(keys: readonly string[]): Promise<void>;
};
