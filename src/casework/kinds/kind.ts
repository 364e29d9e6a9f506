import type { Act } from "../../vocabulary/acts.ts";
import type { Category, EventType, Mark, Office, Phase, Rung, Step } from "../../vocabulary/lists.ts";

/**
 * How an officer stands to a ticket: has it, works beside its officer, is the Dinsos above it, or serves its place; and,
 * besides one of these, has the open part of their office, or that part has no officer.
 */
export const RELATIONS = ["holder", "beside", "supervisor", "area", "part"] as const;
export type Relation = (typeof RELATIONS)[number];

/** The rungs that may do something, by relation; what is left out is refused. */
type Rights = Partial<Record<Relation, readonly Rung[]>>;

/**
 * What must be true before an act: it has words; its words say why; the ticket is about data that can be at fault; the
 * act that a request about data asks for was done; its maker is marked for every lane that the ticket is in; the office may
 * have a part of it; it is said how the part ends; no other office has an open part.
 */
export type Requirement =
  | "words"
  | "reason"
  | "data-at-fault"
  | "fulfilled"
  | "mark"
  | "office"
  | "outcome"
  | "parts-ended";

/**
 * What a move does to the clocks. `answered` stops the first answer's; `recount` counts both anew for a changed category.
 * The others act only when the step changes: `pause` and `resume` while the citizen is asked, `end`, and `restart` when
 * a ticket that had ended is disputed.
 */
export type ClockEffect = "answered" | "recount" | "pause" | "resume" | "end" | "restart";

/**
 * What a move does to the parts. `begin` gives the named office a part, or gives its open part to another officer. `end`
 * ends the named office's part, `end-own` the part of the maker's office. `end-withdrawn` ends all parts when the citizen
 * withdraws the report.
 */
export type PartEffect = "begin" | "end" | "end-own" | "end-withdrawn";

/** Something that can happen to a ticket: an officer's act, or what the citizen or the service does. */
export type Move = {
  /** The steps in which it can happen. */
  from: readonly Step[];
  /** The same for a ticket in the confidential lane, where that differs. */
  fromConfidential?: readonly Step[];
  /** In any other step it changes nothing; without this it is refused. */
  late?: "ignored";
  by: Rights | "citizen" | "system";
  requires?: readonly Requirement[];
  /** The step that follows each; a step without one stays. */
  to?: Partial<Record<Step, Step>>;
  /** `to` and `clock` hold only if the citizen's only answer to a question is gone. */
  onlyIf?: "question-open-again";
  clock?: readonly ClockEffect[];
  part?: PartEffect;
  /** The key of the text that brings it to the citizen; without one they hear nothing of it. */
  says?: string;
  /** What differs when a request about data is closed although it was not fulfilled. */
  unfulfilled?: { requires: readonly Requirement[]; says: string };
  /** What differs when a part ends without being done, by its office or by a supervisor: the citizen hears nothing of it. */
  undone?: { requires: readonly Requirement[]; says?: string };
};

export type MoveName = Act | EventType;

/** Working days to the first answer and to the end. */
export type Clock = {
  firstAnswer: number;
  resolve: number;
  /** Hours by the calendar to the end instead of working days. */
  hours?: number;
  /** The same to the first answer, where it is shorter. */
  firstHours?: number;
};

/** What acts fulfil a request about data. */
export type DataRight = "export" | "forget" | "withdraw";

export type CategoryRule = Clock & {
  /** Names an official or a crime: never shown to a village or a companion. */
  sensitive?: true;
  /** Seen by the officers with this mark and by nobody else. */
  onlyMarked?: Mark;
  /** About data in the register or the civil registry, which can be repaired. */
  aboutData?: true;
  /** Asked in place of the kind's own rungs. */
  ladder?: readonly Rung[];
  /** Who works beside its officer, unless it is confidential. */
  beside?: Rung;
  /** The act that fulfils it. */
  fulfilledBy?: DataRight;
};

export type KindTable = {
  /** Every step with what it has in common with the steps of other kinds. */
  steps: Record<Step, Phase>;
  moves: Record<MoveName, Move>;
  categories: Partial<Record<Category, CategoryRule>>;
  /** Who is asked first, in order. */
  ladder: readonly Rung[];
  /** The same for a reason whose repair is Disdukcapil's, where that differs. */
  ladderOfDisdukcapil?: readonly Rung[];
  /** The officers who read it where no lane is narrower: those who serve its place, the whole Dinsos, or those who help in danger. */
  readers: "place" | "dinsos" | "helpers";
  /** The offices that may have a part of it, and the working days that each has for it; without this none may. */
  parts?: { offices: readonly Office[]; resolve: number };
  /** Officers are told of it at any hour, or not at night. */
  told: "at-any-hour" | "by-day";
  /** Who has it after its citizen disputes its end: the rung above, or the first of the ladder once more. */
  objection: "rung-above" | "first-rung";
};
