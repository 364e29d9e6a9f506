import { z } from "zod";

/** What a ticket is: a complaint, a repair of data, a request for an officer, a right under UU PDP 27/2022, or somebody in danger. */
export const KINDS = ["complaint", "repair", "request", "data", "urgent"] as const;
export type Kind = (typeof KINDS)[number];

/** What an officer of the Dinsos is marked with to be called when somebody is in danger, or to read of violence. */
export const MARKS = ["urgent", "survivor"] as const;
export type Mark = (typeof MARKS)[number];

type Rule = {
  kind: Kind;
  /** Working days to the first answer and to the end. */
  firstAnswer: number;
  resolve: number;
  /** Names an official or a crime: never shown to a village or a companion. */
  sensitive?: true;
  /** Hours by the calendar instead of working days, never paused. */
  hours?: number;
  /** The same to the first answer, where it is shorter. */
  firstHours?: number;
  /** Seen by the officers with this mark and by nobody else. */
  onlyMarked?: Mark;
};

const INFORMATION = { firstAnswer: 3, resolve: 5 };
const OFFICE_CHECK = { firstAnswer: 3, resolve: 14 };
const FIELD_CHECK = { firstAnswer: 3, resolve: 60 };
const SUBJECT_RIGHT = { firstAnswer: 3, resolve: 3, hours: 72 };
/** By the clock, at night and on holidays too. */
const DANGER = { firstAnswer: 0, resolve: 1, firstHours: 1, hours: 24 };

/** Every category with its clock; the clocks are those of the public complaint rules (3 / 5 / 14 / 60 working days). */
export const categories = {
  "not-paid": { kind: "complaint", ...OFFICE_CHECK },
  cut: { kind: "complaint", ...FIELD_CHECK, sensitive: true },
  card: { kind: "complaint", ...OFFICE_CHECK },
  "wrong-recipient": { kind: "complaint", ...FIELD_CHECK },
  "not-listed": { kind: "complaint", ...FIELD_CHECK },
  "data-wrong": { kind: "complaint", ...OFFICE_CHECK },
  "dead-receiving": { kind: "complaint", ...FIELD_CHECK },
  "listed-dead": { kind: "complaint", ...OFFICE_CHECK, firstAnswer: 1 },
  quality: { kind: "complaint", ...FIELD_CHECK },
  "officer-conduct": { kind: "complaint", ...FIELD_CHECK, sensitive: true },
  "pbi-jk": { kind: "complaint", ...OFFICE_CHECK },
  other: { kind: "complaint", ...OFFICE_CHECK },
  "repair-data": { kind: "repair", ...OFFICE_CHECK },
  "repair-number": { kind: "repair", ...OFFICE_CHECK },
  "family-change": { kind: "repair", ...OFFICE_CHECK },
  "death-report": { kind: "repair", ...FIELD_CHECK },
  officer: { kind: "request", ...INFORMATION },
  "call-back": { kind: "request", ...INFORMATION, firstAnswer: 1 },
  urgent: { kind: "urgent", ...DANGER },
  "urgent-private": { kind: "urgent", ...DANGER, onlyMarked: "urgent" },
  violence: { kind: "urgent", ...DANGER, onlyMarked: "survivor" },
  "data-copy": { kind: "data", ...SUBJECT_RIGHT },
  "data-correct": { kind: "data", ...SUBJECT_RIGHT },
  "data-delete": { kind: "data", ...SUBJECT_RIGHT },
  "consent-withdraw": { kind: "data", ...SUBJECT_RIGHT },
} as const satisfies Record<string, Rule>;

export const Category = z.enum(Object.keys(categories) as [keyof typeof categories]);
export type Category = keyof typeof categories;

export const rule = (category: Category): Rule => categories[category];
