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
  valid: z.boolean(),
  reasons: z.array(Reason),
  /** The office's status is in words that nobody has mapped: neither valid nor invalid. */
  unread: z.literal(true).optional(),
});
export type Recipient = z.infer<typeof Recipient>;

/** One payment or parcel of one programme to one person. `month` is `2021-04`, `amount` whole rupiah, dates `2021-04-20`. */
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

/** When the live register or aid list of a district was made, how many rows it has, how many of its people are valid, and how many have a status that nobody has mapped, where that was counted. */
export type Generation = {
  id: string;
  asOf: string;
  rows: number;
  importedAt: number;
  valid?: number;
  unread?: number;
};

export type RowKind = "register" | "aid";

/** The context to which a row's sealed value is bound: every process writes and reads with the same one. */
export const rowSeal = (kind: RowKind, district: string): string => `${kind} ${district}`;
