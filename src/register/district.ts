import { z } from "zod";
import type { Reason } from "../vocabulary/lists.ts";
import { OFFICE_KINDS, PERLINSOS_STATES, TIME_ZONES } from "../vocabulary/lists.ts";
import { Localised } from "../vocabulary/message.ts";
import type { Knowledge, OfficeAnswer } from "./answer.ts";
import { ContactText, PhoneText } from "./phone-text.ts";
import { type Programme, Sourced } from "./programme.ts";
import type { ReasonText } from "./reasons.ts";
import type { StatusWords } from "./status-words.ts";
import type { UrgentHelp } from "./urgent-help.ts";

/** `code`: Kemendagri's code without dots, with 6 digits for a kecamatan or 10 for a desa or kelurahan. */
export type Area = {
  code: string;
  name: string;
  kind: "kecamatan" | "desa" | "kelurahan";
  parent: string;
  nicknames?: string[];
  isEveryday?: true;
};

export const Nickname = z.object({
  nickname: z.string().regex(/^[A-Za-z][A-Za-z' -]{2,}$/, "must be three letters or more"),
  area: z.string().regex(/^\d{6}(\d{4})?$/, "must be a code of 6 digits (kecamatan) or 10 (desa, kelurahan)"),
});

export const EverydayName = z.object({
  name: z.string().regex(/^\p{L}[\p{L}' -]+$/u, "must be a place's name"),
});

const Phone = PhoneText.regex(/^$|\d/, "must hold a number, or be empty");
/** The office has removed the shipped opening hours. */
const Emptied = z.object({ id: z.literal("") }).transform((): "" => "");

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

const Agency = Sourced.extend({
  name: z.string().min(1),
  /** The agency's own sites, numbers, bots and accounts: the answer to "is this official?". */
  official: z.array(ContactText).min(1),
});

/** Perlinsos Digital is the registration for aid by phone. */
const Perlinsos = Sourced.extend({ state: z.enum(PERLINSOS_STATES) });

/** `districts/<id>/district.json`. Ticket numbers begin with `prefix`: `LMG-26-000123-7`. */
export const DistrictFile = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  code: z.string().regex(/^\d{4}$/),
  name: z.string().min(1),
  prefix: z.string().regex(/^[A-Z]{3}$/),
  timezone: z.enum(TIME_ZONES).default("Asia/Jakarta"),
  agency: Agency,
  perlinsos: Perlinsos.optional(),
  /** The version of the privacy notice; each chat reads a new version once. */
  notice: z.string().min(1),
});

export type District = z.infer<typeof DistrictFile> & {
  answers: Partial<Record<string, OfficeAnswer>>;
  knowledge: Knowledge;
  programmes: Programme[];
  reasons: Record<Reason, ReasonText>;
  urgent: UrgentHelp;
  statusWords: StatusWords[];
  offices: Office[];
  areas: Area[];
};

export const ownOffices = ({ offices, code }: Pick<District, "offices" | "code">): Office[] =>
  offices.filter(({ kind, area }) => kind === "dinsos" && area === code);
