import { z } from "zod";
import type { Reason } from "../vocabulary/lists.ts";
import { OFFICE_KINDS, TIME_ZONES } from "../vocabulary/lists.ts";
import { Localised } from "../vocabulary/message.ts";
import type { Knowledge, OfficeAnswer } from "./answer.ts";
import { type Programme, Sourced } from "./programme.ts";
import type { ReasonText } from "./reasons.ts";
import type { StatusWords } from "./status-words.ts";
import type { UrgentHelp } from "./urgent-help.ts";

/** `code` is Kemendagri's without dots: 6 digits a kecamatan, 10 a desa or kelurahan. */
export type Area = {
  code: string;
  name: string;
  kind: "kecamatan" | "desa" | "kelurahan";
  parent: string;
  /** What else people call it. */
  nicknames?: string[];
  /** The name is an everyday word too: a place only where a word says so. */
  isEveryday?: true;
};

/** What people call a place beside its name: `districts/<id>/nicknames.csv`. */
export const Nickname = z.object({
  nickname: z.string().regex(/^[A-Za-z][A-Za-z' -]{2,}$/, "must be three letters or more"),
  area: z.string().regex(/^\d{6}(\d{4})?$/, "must be a code of 6 digits (kecamatan) or 10 (desa, kelurahan)"),
});

/** A name of a place that is an everyday word too: `districts/<id>/everyday-names.csv`. */
export const EverydayName = z.object({
  name: z.string().regex(/^\p{L}[\p{L}' -]+$/u, "must be a place's name"),
});

/** Empty, or something that can be dialled: a word in its place is a cell that slipped. */
const Phone = z.string().regex(/^$|\d/, "must hold a number, or be empty");
/** Hours that an office has taken away from what ships. */
const Emptied = z.object({ id: z.literal("") }).transform((): "" => "");

/** A place with staff. `area` is the code it serves; empty phone or hours stay unsaid rather than guessed. */
export const Office = Sourced.extend({
  id: z.string().min(1),
  kind: z.enum(OFFICE_KINDS),
  name: z.string().min(1),
  area: z.string().regex(/^\d{4}(\d{2}(\d{4})?)?$/),
  address: z.string(),
  phone: Phone,
  hours: z.union([Localised, z.literal(""), Emptied]).default(""),
});
export type Office = z.infer<typeof Office>;

/** The agency that runs the service, in its own words. */
const Agency = Sourced.extend({
  name: z.string().min(1),
  address: z.string(),
  phone: Phone,
  website: z.string(),
  /** Numbers, bots and accounts that are really ours: the answer to "is this official?". */
  official: z.array(z.string()).min(1),
});

/** `districts/<id>/district.json`. `prefix` begins ticket numbers: `LMG-26-000123-7`. */
export const DistrictFile = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  code: z.string().regex(/^\d{4}$/),
  name: z.string().min(1),
  prefix: z.string().regex(/^[A-Z]{3}$/),
  /** Whose clocks, deadlines and quiet hours hold. */
  timezone: z.enum(TIME_ZONES).default("Asia/Jakarta"),
  agency: Agency,
  /** Version of the privacy notice in force; a new one is shown to everybody once. */
  notice: z.string().min(1),
});

/** Everything the conversation may say about a district. */
export type District = z.infer<typeof DistrictFile> & {
  answers: Partial<Record<string, OfficeAnswer>>;
  /** What citizens ask, by the names of the files that answer it. */
  knowledge: Knowledge;
  programmes: Programme[];
  reasons: Record<Reason, ReasonText>;
  urgent: UrgentHelp;
  /** What offices write into the status column, the nation's words first. */
  statusWords: StatusWords[];
  offices: Office[];
  areas: Area[];
};
