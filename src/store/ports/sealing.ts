/** `left` counts values that no key opened, or that another process changed during the batch. */
export type Resealed = { resealed: number; left: number; next?: string };

export type Sealing = {
  sealedPlaces(): Promise<string[]>;
  countSealed(place: string): Promise<Record<number, number>>;
  /** SQLite seals a whole register or aid list in one batch. */
  resealSome(place: string, after: string | undefined, limit: number): Promise<Resealed>;
  /** Notes that a process receives or answers messages with the newest key. */
  noteKeyServed(): Promise<void>;
  servedKeys(): Promise<number[]>;
  /** Forgets a key version that seals no value any more. */
  retireKey(version: number): Promise<void>;
};
