import type { Aid, Generation, Recipient, RowKind } from "../../register/recipient.ts";

/**
 * A row ready to be written. The process that read the row has sealed and indexed it, so that this work can be done on
 * another core. A row without a NIK has its hash as index.
 */
export type PreparedRow = { nik: string; kk: string | null; hash: string; sealed: Uint8Array };

export type Changes = { rows: number; added: number; removed: number; changed: number; unchanged: number };

/** The numbers by which rows are found. */
export type RowNumber = "nik" | "kk";

/** A stored row, and the row that replaces it. */
export type Replaced = { old: PreparedRow; next: PreparedRow };

export type NewGeneration = {
  /** Writes rows. */
  add(rows: readonly PreparedRow[]): Promise<void>;
  /** Drops rows that are equal to an earlier row; returns how many. To be called after the last `add`. */
  dropRepeated(): Promise<number>;
  /**
   * The rows of shared NIKs, which more than one row has: all rows of the first `limit` shared NIKs behind `after`, in
   * the order of the blind index.
   */
  sharedNiks(after: string, limit: number): Promise<PreparedRow[]>;
  /** The blind indexes of the numbers that more than `most` rows have. */
  crowdedNumbers(by: RowNumber, most: number): Promise<string[]>;
  /** Rows that have this number, at most `limit`. */
  rowsOfNumber(by: RowNumber, index: string, limit: number): Promise<PreparedRow[]>;
  /** Rewrites rows; finds each by the NIK and hash of `old`. */
  replace(rows: readonly Replaced[]): Promise<void>;
  /** Compares with the live generation by index and hash. */
  compare(): Promise<Changes>;
  /**
   * Makes this generation live and drops the old one. `valid`: how many of the generation's people are valid. `unread`:
   * how many have a status without a mapping. `desils`: how many have a desil.
   */
  publish(counted?: Pick<Generation, "valid" | "unread" | "desils">): Promise<void>;
  discard(): Promise<void>;
};

/** Registers and aid lists. Each look-up finds nobody by a number that more than `MOST_ROWS_OF_NUMBER` rows have. */
export type Register = {
  recipientsByNik(district: string, nik: string): Promise<Recipient[]>;
  recipientsByKk(district: string, kk: string): Promise<Recipient[]>;
  aidByNik(district: string, nik: string): Promise<Aid[]>;
  /** Whether the live register holds any family card's number; `true` if there is no register. */
  hasFamilyCards(district: string): Promise<boolean>;
  generation(kind: RowKind, district: string): Promise<Generation | undefined>;
  newGeneration(kind: RowKind, district: string, asOf: string): Promise<NewGeneration>;
};
