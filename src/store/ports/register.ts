import type { Aid, Generation, Recipient, RowKind } from "../../register/recipient.ts";

/** `nik` is the blind index of the NIK, or `hash` without a NIK. */
export type PreparedRow = { nik: string; kk: string | null; hash: string; sealed: Uint8Array };

/**
 * - `removed`: live rows of people without a row in the new list.
 * - `people`: all people of the live list.
 * - `peopleGone`: people of the live list without a row in the new list.
 */
export type Changes = {
  rows: number;
  added: number;
  removed: number;
  changed: number;
  unchanged: number;
  people: number;
  peopleGone: number;
};

export type RowNumber = "nik" | "kk";

export type Replaced = { old: PreparedRow; next: PreparedRow };

export type NewGeneration = {
  add(rows: readonly PreparedRow[]): Promise<void>;
  /** The caller calls `dropRepeated` after the last `add`. */
  dropRepeated(): Promise<number>;
  /** Returns all rows of at most `limit` NIKs that have several rows. */
  sharedNiks(after: string, limit: number): Promise<PreparedRow[]>;
  crowdedNumbers(by: RowNumber, most: number): Promise<string[]>;
  rowsOfNumber(by: RowNumber, index: string, limit: number): Promise<PreparedRow[]>;
  replace(rows: readonly Replaced[]): Promise<void>;
  compare(): Promise<Changes>;
  /**
   * - `unread`: the number of people whose status is not mapped.
   * - `desils`: the number of people with a desil.
   */
  publish(
    counted?: Pick<Generation, "valid" | "unread" | "desils" | "refused" | "programmes" | "payments">,
  ): Promise<void>;
  discard(): Promise<void>;
};

/** A look-up finds nothing for a number with more than `MOST_ROWS_OF_NUMBER` rows. */
export type Register = {
  recipientsByNik(district: string, nik: string): Promise<Recipient[]>;
  recipientsByKk(district: string, kk: string): Promise<Recipient[]>;
  aidByNik(district: string, nik: string): Promise<Aid[]>;
  /** Also true if the district has no register. */
  hasFamilyCards(district: string): Promise<boolean>;
  generation(kind: RowKind, district: string): Promise<Generation | undefined>;
  newGeneration(kind: RowKind, district: string, asOf: string): Promise<NewGeneration>;
};
