import type { Act } from "../../vocabulary/acts.ts";
import type { Category, EventType, Mark, Office, Phase, Rung, Step } from "../../vocabulary/lists.ts";

/**
 * How an officer is related to a ticket: they are its assignee (`holder`), work beside the assignee, are the Dinsos
 * above them (`supervisor`), or serve the ticket's place (`area`). An officer can have the relation `part` besides
 * another one: their office has an open part, and this part is theirs or has no officer.
 */
export const RELATIONS = ["holder", "beside", "supervisor", "area", "part"] as const;
export type Relation = (typeof RELATIONS)[number];

/** The rungs that may make a move, by relation; a relation that is left out may not make it. */
type Rights = Partial<Record<Relation, readonly Rung[]>>;

/**
 * What must be true before an act. `words`: it has a text. `reason`: the text says why. `data-at-fault`: the ticket is
 * about data that can be repaired. `fulfilled`: what a request about data asks for was done. `mark`: the officer is
 * marked for every lane that the ticket is in. `office`: the office may have a part of the ticket. `outcome`: the act
 * says how the part ended. `parts-ended`: no other office has an open part.
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
 * What a move does to the clocks. `answered` stops the clock of the first answer. `recount` counts both clocks anew
 * after a change of category. `pause` stops the clock of the end when the citizen is asked, and `resume` lets it go on.
 * `end` ends the clocks, and `restart` begins them anew when a ticket that had ended is disputed. These four act only
 * if `to` gives a next step.
 */
export type ClockEffect = "answered" | "recount" | "pause" | "resume" | "end" | "restart";

/**
 * What a move does to the parts. `begin` gives the named office a part, or gives the office's open part to another
 * officer. `end` ends the named office's part, `end-own` the part of the maker's office. `end-withdrawn` ends all parts
 * when the citizen withdraws the report.
 */
export type PartEffect = "begin" | "end" | "end-own" | "end-withdrawn";

/** Something that can happen to a ticket: an act of an officer, or something that the citizen or the service does. */
export type Move = {
  /** The steps in which the move can happen. */
  from: readonly Step[];
  /** The steps in which the move can happen to a confidential ticket; absent if they are the same. */
  fromConfidential?: readonly Step[];
  /** If `ignored`, the move changes nothing in a step outside `from`. If absent, the move is refused in such a step. */
  late?: "ignored";
  by: Rights | "citizen" | "system";
  requires?: readonly Requirement[];
  /** The next step by the present step. A present step that is left out does not change. */
  to?: Partial<Record<Step, Step>>;
  /** `to` and `clock` apply only if the citizen has taken back the only answer to a question. */
  onlyIf?: "question-open-again";
  clock?: readonly ClockEffect[];
  part?: PartEffect;
  /** The key of the text that tells the citizen of the move; absent if the citizen is told nothing. */
  says?: string;
  /** What differs when a request about data is closed although it was not fulfilled. */
  unfulfilled?: { requires: readonly Requirement[]; says: string };
  /**
   * What differs when a part ends without being done, by its office or by a supervisor. Without `says` the citizen is
   * told nothing.
   */
  undone?: { requires: readonly Requirement[]; says?: string };
};

export type MoveName = Act | EventType;

/** Working days to the first answer and to the end. */
export type Clock = {
  firstAnswer: number;
  resolve: number;
  /** Hours by the calendar to the end, in place of working days. */
  hours?: number;
  /** Hours to the first answer; absent if they equal `hours`. */
  firstHours?: number;
};

/** The acts that fulfil a request about data. */
export type DataRight = "export" | "forget" | "withdraw";

export type CategoryRule = Clock & {
  /**
   * Tickets of this category name an official or a crime: officers of the village, companions and TKSK officers never
   * see them.
   */
  sensitive?: true;
  /** Only officers with this mark see tickets of this category. */
  onlyMarked?: Mark;
  /** Tickets of this category are about data in the register or the civil registry. Such data can be repaired. */
  aboutData?: true;
  /** The rungs that are asked first, in place of the kind's own. */
  ladder?: readonly Rung[];
  /** The office that gets a part of the ticket when the ticket is assigned. */
  sharedWith?: Office;
  /** The act that fulfils the request. */
  fulfilledBy?: DataRight;
};

export type KindTable = {
  /** Every step with its phase, which the steps of all kinds share. */
  steps: Record<Step, Phase>;
  moves: Record<MoveName, Move>;
  categories: Partial<Record<Category, CategoryRule>>;
  /** The rungs that are asked first, in order. */
  ladder: readonly Rung[];
  /** The rungs for a reason that Disdukcapil repairs; absent if they are the same. */
  ladderOfDisdukcapil?: readonly Rung[];
  /**
   * Who reads a ticket that no lane restricts further: the officers who serve its place, the whole Dinsos, or those who
   * help in danger.
   */
  readers: "place" | "dinsos" | "helpers";
  /**
   * The offices that may have a part of a ticket, and the working days that each has for it. Absent if no office may.
   */
  parts?: { offices: readonly Office[]; resolve: number };
  /** Whether officers are told of a ticket at any hour, or not at night. */
  told: "at-any-hour" | "by-day";
  /** Who gets the ticket after the citizen disputes its end: the rung above, or the first rung once more. */
  objection: "rung-above" | "first-rung";
};
