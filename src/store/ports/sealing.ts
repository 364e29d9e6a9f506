/**
 * `left` counts values that could not be opened, or that another process changed during the batch. The last batch has
 * no `next`.
 */
export type Resealed = { resealed: number; left: number; next?: string };

export type Sealing = {
  sealedPlaces(): Promise<string[]>;
  countSealed(place: string): Promise<Record<number, number>>;
  /**
   * Reads up to `limit` records after `after`; other processes may use the store at the same time. SQLite seals a whole
   * register or aid list in one batch.
   */
  resealSome(place: string, after: string | undefined, limit: number): Promise<Resealed>;
  /** Notes that a process receives or answers messages with the newest key. */
  noteKeyServed(): Promise<void>;
  servedKeys(): Promise<number[]>;
  /** Forgets a version that seals no value any more: operators may then drop its key. */
  retireKey(version: number): Promise<void>;
};
