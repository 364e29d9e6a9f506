/**
 * - `window`: in ms from the first count.
 * - `add`: 0 only reads the count.
 * - `once`: a value that counts once in a window, for example a message's key; `add` is then 1.
 */
export type LimitRule = { key: string; limit: number; window: number; add: number; once?: string };

export type Limits = {
  /** `exceeded` is the key of the first rule over its limit. */
  count(rules: readonly LimitRule[]): Promise<{ exceeded?: string; counts: number[] }>;
  takeBack(rules: readonly LimitRule[]): Promise<void>;
  /** A key that ends in `*` means all keys with this prefix. */
  highestCount(key: string): Promise<number>;
  clearCounts(keys: readonly string[]): Promise<void>;
};
