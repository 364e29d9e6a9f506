/**
 * `window` is in ms from the first count. With `add` 0, the rule only reads the count. `once` (for example a message's
 * key) counts once in a window; `add` is then 1.
 */
export type LimitRule = { key: string; limit: number; window: number; add: number; once?: string };

export type Limits = {
  /** Counts each rule in one atomic step. `exceeded` is the key of the first rule over its limit. */
  count(rules: readonly LimitRule[]): Promise<{ exceeded?: string; counts: number[] }>;
  /** Takes back what these rules counted under their `once`. */
  takeBack(rules: readonly LimitRule[]): Promise<void>;
  /** A key that ends in `*` stands for all keys with that prefix. */
  highestCount(key: string): Promise<number>;
  /** A key that ends in `*` stands for all keys with that prefix. */
  clearCounts(keys: readonly string[]): Promise<void>;
};
