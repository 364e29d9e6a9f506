import { z } from "zod";
import { AID_STATES, Reason } from "../vocabulary/lists.ts";

/** One row of a district's register, as imported. Dates are `1985-03-12`; `area` is a Kemendagri code without dots. */
export const Recipient = z.object({
  nik: z.string(),
  kk: z.string().optional(),
  name: z.string(),
  birthDate: z.string().optional(),
  sex: z.enum(["male", "female"]).optional(),
  area: z.string().optional(),
  address: z.string().optional(),
  /**
   * The family's welfare rank, from 1 (the poorest) to 10, and the quarter for which the rank was computed: `2026-3`.
   */
  desil: z.number().int().min(1).max(10).optional(),
  period: z.string().optional(),
  valid: z.boolean(),
  reasons: z.array(Reason),
  /**
   * Set if the row is neither valid nor invalid: its status is empty, is not mapped or is to be looked at, or
   * contradicts another row of the person.
   */
  unread: z.literal(true).optional(),
});
export type Recipient = z.infer<typeof Recipient>;

/** One payment or parcel of one programme to one person. `month` is `2021-04`, `amount` in rupiah, dates are `2021-04-20`. */
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

/**
 * One import of a district's register or aid list: `asOf` is the date of its data, `rows` is the number of its rows.
 * `valid`, `unread` and `desils` count the people who are valid, who have a status without a mapping, and who have a
 * desil; absent if nobody counted them.
 */
export type Generation = {
  id: string;
  asOf: string;
  rows: number;
  importedAt: number;
  valid?: number;
  unread?: number;
  desils?: number;
};

export type RowKind = "register" | "aid";

/** Returns the context to which the sealed value of a row is bound. Writing and reading need the same context. */
export const rowSeal = (kind: RowKind, district: string): string => `${kind} ${district}`;
