/** The result of one batch. `left` values were changed meanwhile or could not be opened. Without `next` it was the last batch. */
export type Resealed = { resealed: number; left: number; next?: string };

export type Sealing = {
  /** The names of the places that hold sealed values. */
  sealedPlaces(): Promise<string[]>;
  /** How many values of a place each version of the sealing key has sealed. */
  countSealed(place: string): Promise<Record<number, number>>;
  /**
   * Seals again the values that an older version has sealed, in up to `limit` records behind `after`. Other processes
   * may run meanwhile. SQLite seals a whole register or aid list at once.
   */
  resealSome(place: string, after: string | undefined, limit: number): Promise<Resealed>;
  /** Records that a process which receives or answers messages was started with the newest key. */
  noteKeyServed(): Promise<void>;
  /** The versions that `noteKeyServed` has recorded. */
  servedKeys(): Promise<number[]>;
  /** Removes the records of a version that seals nothing any more, so that its key can be dropped. */
  retireKey(version: number): Promise<void>;
};
