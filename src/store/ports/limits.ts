/**
 * `window` is in ms, from the first count on. With `add` 0, the rule only reads the count. A rule with `once` (for
 * example a message's key) has `add` 1 and counts each value of `once` once in a window.
 */
export type LimitRule = { key: string; limit: number; window: number; add: number; once?: string };

export type Limits = {
  /** Counts each rule in one atomic step. `exceeded` is the key of the first rule that is over its limit. */
  count(rules: readonly LimitRule[]): Promise<{ exceeded?: string; counts: number[] }>;
  /** Takes back what these rules counted under their `once`. A counter that falls to 0 ends its window. */
  takeBack(rules: readonly LimitRule[]): Promise<void>;
  /**
   * Returns the highest count whose window runs; 0 if there is no such count. A key that ends in `*` stands for all
   * keys with that prefix.
   */
  highestCount(key: string): Promise<number>;
  /** A key that ends in `*` stands for all keys with that prefix. */
  clearCounts(keys: readonly string[]): Promise<void>;
};
