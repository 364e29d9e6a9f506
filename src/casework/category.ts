import type { Category, Kind, Mark } from "../vocabulary/lists.ts";

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
} as const satisfies Record<Category, Rule>;

export const rule = (category: Category): Rule => categories[category];
