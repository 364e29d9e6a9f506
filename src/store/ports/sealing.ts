/**
 * `left` counts values of the batch that could not be opened, or that another process changed meanwhile. The last batch
 * has no `next`.
 */
export type Resealed = { resealed: number; left: number; next?: string };

export type Sealing = {
  sealedPlaces(): Promise<string[]>;
  /** Counts the values of a place by the version of the key that sealed them. */
  countSealed(place: string): Promise<Record<number, number>>;
  /**
   * Seals values of older key versions again, in up to `limit` records after `after`. Other processes may use the store
   * at the same time. SQLite seals a whole register or aid list in one batch.
   */
  resealSome(place: string, after: string | undefined, limit: number): Promise<Resealed>;
  /** Records that a process was started with the newest key and receives or answers messages. */
  noteKeyServed(): Promise<void>;
  /** Returns the versions that `noteKeyServed` has recorded. */
  servedKeys(): Promise<number[]>;
  /** Removes the records of a version that seals no value any more, so that operators can drop its key. */
  retireKey(version: number): Promise<void>;
};
