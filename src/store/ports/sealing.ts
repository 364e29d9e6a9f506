/** What one batch came to; `left` were changed meanwhile or could not be opened. Nothing follows where `next` is absent. */
export type Resealed = { resealed: number; left: number; next?: string };

export type Sealing = {
  /** Where sealed values lie. */
  sealedPlaces(): Promise<string[]>;
  /** How many values of a place each version of the sealing key has sealed. */
  countSealed(place: string): Promise<Record<number, number>>;
  /** Seals anew what an older version has sealed, up to `limit` records behind `after`; safe beside running processes. */
  resealSome(place: string, after: string | undefined, limit: number): Promise<Resealed>;
  /** Keeps that a process which receives or answers messages was started with the newest key. */
  noteKeyServed(): Promise<void>;
  /** The versions of which this was kept. */
  servedKeys(): Promise<number[]>;
  /** Forgets all that is kept of a version that seals nothing any more, so that its key may go. */
  retireKey(version: number): Promise<void>;
};
