import type { Aid, Generation, Recipient, RowKind } from "../../register/recipient.ts";

/** The importing process has sealed and indexed this row. Without a NIK, the row's hash is its index. */
export type PreparedRow = { nik: string; kk: string | null; hash: string; sealed: Uint8Array };

/**
 * `removed` counts the live rows of people without a row in the new list; `people` and `peopleGone` count all people of
 * the live list, and those without a new row. A row without a NIK is a person of its own.
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
  /** The caller calls this after the last `add`. Returns the number of dropped rows. */
  dropRepeated(): Promise<number>;
  /** Returns all rows of the first `limit` NIKs after `after` that more than one row has. */
  sharedNiks(after: string, limit: number): Promise<PreparedRow[]>;
  crowdedNumbers(by: RowNumber, most: number): Promise<string[]>;
  rowsOfNumber(by: RowNumber, index: string, limit: number): Promise<PreparedRow[]>;
  replace(rows: readonly Replaced[]): Promise<void>;
  compare(): Promise<Changes>;
  /**
   * Makes this generation live and drops the old one. `valid`, `unread` and `desils` count people: valid, with an
   * unmapped status, with a desil. `programmes` names an aid list's programmes that the district does not know.
   */
  publish(
    counted?: Pick<Generation, "valid" | "unread" | "desils" | "refused" | "programmes" | "payments">,
  ): Promise<void>;
  discard(): Promise<void>;
};

/** A number that more than `MOST_ROWS_OF_NUMBER` rows have finds no row. */
export type Register = {
  recipientsByNik(district: string, nik: string): Promise<Recipient[]>;
  recipientsByKk(district: string, kk: string): Promise<Recipient[]>;
  aidByNik(district: string, nik: string): Promise<Aid[]>;
  /** Returns true if there is no register, too. */
  hasFamilyCards(district: string): Promise<boolean>;
  generation(kind: RowKind, district: string): Promise<Generation | undefined>;
  newGeneration(kind: RowKind, district: string, asOf: string): Promise<NewGeneration>;
};
