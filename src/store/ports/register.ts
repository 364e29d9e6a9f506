import type { Aid, Generation, Recipient, RowKind } from "../../register/recipient.ts";

/**
 * A row ready to be written: sealed and indexed by whoever read it, so that it can be done on another core. A row
 * without a NIK has its hash as index.
 */
export type PreparedRow = { nik: string; kk: string | null; hash: string; sealed: Uint8Array };

export type Changes = { rows: number; added: number; removed: number; changed: number; unchanged: number };

export type NewGeneration = {
  /** Writes rows in a short transaction of their own. */
  add(rows: readonly PreparedRow[]): Promise<void>;
  /** Drops rows that stand there twice, whole; returns how many. Rows can be added no more after it. */
  dropRepeated(): Promise<number>;
  /** Rows of the first `limit` NIKs behind `after`, in the index's order, that more than one row has. */
  sharedNiks(after: string, limit: number): Promise<PreparedRow[]>;
  replace(old: PreparedRow, now: PreparedRow): Promise<void>;
  /** Compares with the live generation by index and hash. */
  compare(): Promise<Changes>;
  /** Makes this generation live at once and drops the old one; `valid` and `unread`: how many of its people are. */
  publish(counted?: { valid?: number; unread?: number }): Promise<void>;
  discard(): Promise<void>;
};

export type Register = {
  recipientsByNik(district: string, nik: string): Promise<Recipient[]>;
  recipientsByKk(district: string, kk: string): Promise<Recipient[]>;
  aidByNik(district: string, nik: string): Promise<Aid[]>;
  generation(kind: RowKind, district: string): Promise<Generation | undefined>;
  newGeneration(kind: RowKind, district: string, asOf: string): Promise<NewGeneration>;
};
