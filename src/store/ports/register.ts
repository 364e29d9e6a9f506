import type { Aid, Generation, Recipient, RowKind } from "../../register/recipient.ts";

/**
 * A row that the importing process has sealed and indexed. `nik` is the blind index of the NIK, or `hash` without a
 * NIK.
 */
export type PreparedRow = { nik: string; kk: string | null; hash: string; sealed: Uint8Array };

/**
 * A row without a NIK counts as one person.
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
  /** The caller calls `dropRepeated` after the last `add`. Returns the number of dropped rows. */
  dropRepeated(): Promise<number>;
  /** Returns all rows of the first `limit` NIKs after `after` that have several rows. */
  sharedNiks(after: string, limit: number): Promise<PreparedRow[]>;
  crowdedNumbers(by: RowNumber, most: number): Promise<string[]>;
  rowsOfNumber(by: RowNumber, index: string, limit: number): Promise<PreparedRow[]>;
  replace(rows: readonly Replaced[]): Promise<void>;
  compare(): Promise<Changes>;
  /**
   * Makes this generation live and drops the old generation.
   * - `valid`: the number of valid people.
   * - `unread`: the number of people whose status is not mapped.
   * - `desils`: the number of people with a desil.
   * - `programmes`: the programmes of an aid list that the district does not know.
   */
  publish(
    counted?: Pick<Generation, "valid" | "unread" | "desils" | "refused" | "programmes" | "payments">,
  ): Promise<void>;
  discard(): Promise<void>;
};

/** A number with more than `MOST_ROWS_OF_NUMBER` rows finds no row. */
export type Register = {
  recipientsByNik(district: string, nik: string): Promise<Recipient[]>;
  recipientsByKk(district: string, kk: string): Promise<Recipient[]>;
  aidByNik(district: string, nik: string): Promise<Aid[]>;
  /** Returns true if the district has no register. */
  hasFamilyCards(district: string): Promise<boolean>;
  generation(kind: RowKind, district: string): Promise<Generation | undefined>;
  newGeneration(kind: RowKind, district: string, asOf: string): Promise<NewGeneration>;
};
