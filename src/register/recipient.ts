import { z } from "zod";
import { AID_STATES, Reason } from "../vocabulary/lists.ts";
import type { RowCount } from "./row-count.ts";

/** Dates have the form `1985-03-12`. `area`: a Kemendagri code without dots. */
export const Recipient = z.object({
  nik: z.string(),
  kk: z.string().optional(),
  name: z.string(),
  birthDate: z.string().optional(),
  sex: z.enum(["male", "female"]).optional(),
  area: z.string().optional(),
  address: z.string().optional(),
  /**
   * `desil`: the welfare rank of the family, from 1 (the poorest) to 10. `period`: the quarter of the rank, such as
   * `2026-3`.
   */
  desil: z.number().int().min(1).max(10).optional(),
  period: z.string().optional(),
  valid: z.boolean(),
  reasons: z.array(Reason),
  /** The status is unclear, or another row of the person contradicts it. */
  unread: z.literal(true).optional(),
});
export type Recipient = z.infer<typeof Recipient>;

/** `month` has the form `2021-04`, and dates have the form `2021-04-20`. `amount` is in rupiah. */
export const Aid = z.object({
  nik: z.string(),
  programme: z.string(),
  stage: z.string().optional(),
  month: z.string().optional(),
  amount: z.number().optional(),
  payer: z.string().optional(),
  state: z.enum(AID_STATES),
  note: z.string().optional(),
  paidOn: z.string().optional(),
  place: z.string().optional(),
  lastDay: z.string().optional(),
});
export type Aid = z.infer<typeof Aid>;

export type ProgrammeCount = { programme: string; count: number };

/**
 * - `asOf`: the date of the data.
 * - `valid`, `unread`, `desils`: counts of people; absent if the import did not count.
 */
export type Generation = {
  id: string;
  asOf: string;
  rows: number;
  importedAt: number;
  valid?: number;
  unread?: number;
  desils?: number;
  refused?: RowCount;
  programmes?: string[];
  payments?: ProgrammeCount[];
};

export type RowKind = "register" | "aid";

export const rowSeal = (kind: RowKind, district: string): string => `${kind} ${district}`;
