import type { Aid, Generation, Recipient, RowKind } from "../../register/recipient.ts";

/**
 * A row ready to be written. Its reader has sealed and indexed it, so that this work can be done on another core. A row
 * without a NIK has its hash as index.
 */
export type PreparedRow = { nik: string; kk: string | null; hash: string; sealed: Uint8Array };

export type Changes = { rows: number; added: number; removed: number; changed: number; unchanged: number };

/** The numbers by which rows are found. */
export type RowNumber = "nik" | "kk";

/** A row as it stands, and what it becomes. */
export type Replaced = { old: PreparedRow; next: PreparedRow };

export type NewGeneration = {
  /** Writes rows in one short transaction. */
  add(rows: readonly PreparedRow[]): Promise<void>;
  /** Drops rows that are equal to an earlier row; returns how many. No row can be added afterwards. */
  dropRepeated(): Promise<number>;
  /** The rows of NIKs that more than one row has: of the first `limit` such NIKs behind `after`, in the order of the index. */
  sharedNiks(after: string, limit: number): Promise<PreparedRow[]>;
  /** The numbers, as indexes, that more than `most` rows have. */
  crowdedNumbers(by: RowNumber, most: number): Promise<string[]>;
  /** Rows that have this number, at most `limit`. */
  rowsOfNumber(by: RowNumber, index: string, limit: number): Promise<PreparedRow[]>;
  /** Rewrites rows, each found by the NIK and hash that it has. */
  replace(rows: readonly Replaced[]): Promise<void>;
  /** Compares with the live generation by index and hash. */
  compare(): Promise<Changes>;
  /**
   * Makes this generation live and drops the old one. `valid`, `unread` and `desils` are how many of its people are
   * valid, have a status without a mapping, and have a desil.
   */
  publish(counted?: Pick<Generation, "valid" | "unread" | "desils">): Promise<void>;
  discard(): Promise<void>;
};

/** Each finds nobody by a number that more rows have than `MOST_ROWS_OF_NUMBER`. */
export type Register = {
  recipientsByNik(district: string, nik: string): Promise<Recipient[]>;
  recipientsByKk(district: string, kk: string): Promise<Recipient[]>;
  aidByNik(district: string, nik: string): Promise<Aid[]>;
  /** Whether the live register holds any family card's number; `true` where there is no register. */
  hasFamilyCards(district: string): Promise<boolean>;
  generation(kind: RowKind, district: string): Promise<Generation | undefined>;
  newGeneration(kind: RowKind, district: string, asOf: string): Promise<NewGeneration>;
};
