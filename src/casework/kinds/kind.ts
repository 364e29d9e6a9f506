import type { Act } from "../../vocabulary/acts.ts";
import type { Category, EventType, Mark, Office, Phase, Rung, Step } from "../../vocabulary/lists.ts";

/**
 * The relations of an officer to a ticket. An officer has the first relation of the list that fits, and perhaps `part`:
 * - `holder`: the officer is the assignee.
 * - `beside`: the officer works beside the assignee.
 * - `supervisor`: the officer is of the Dinsos.
 * - `area`: the officer sees the ticket for another reason.
 * - `part`: the officer's office has an open part, and the part has no officer or this officer.
 */
export const RELATIONS = ["holder", "beside", "supervisor", "area", "part"] as const;
export type Relation = (typeof RELATIONS)[number];

type Rights = Partial<Record<Relation, readonly Rung[]>>;

/**
 * A requirement of an act:
 * - `reason`: the text says why.
 * - `data-at-fault`: the ticket is about data that can be repaired.
 * - `fulfilled`: the request about data does not wait for an act (`waitsForAct`).
 * - `mark`: `mayLower` allows the officer.
 * - `office`: the office may have a part of the ticket.
 * - `outcome`: the act says how the part ended.
 * - `parts-ended`: no other office has an open part.
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
 * The effect of a move on the clocks. The last four effects apply only if `to` has a next step.
 * - `answered`: the clock of the first answer stops.
 * - `recount`: both clocks are computed again after a change of category.
 * - `pause`: the clock of the end stops while the citizen is asked.
 * - `resume`: the clock of the end goes on.
 * - `end`: the clocks end.
 * - `restart`: the clocks begin again, because the citizen disputes the end.
 */
export type ClockEffect = "answered" | "recount" | "pause" | "resume" | "end" | "restart";

/**
 * - `begin`: the named office gets a part, or its open part gets another officer.
 * - `end-withdrawn`: all parts end, because the citizen withdraws the report.
 */
export type PartEffect = "begin" | "end" | "end-own" | "end-withdrawn";

export type Move = {
  from: readonly Step[];
  /** For a confidential ticket, its step must be in `from` and in this list. */
  fromConfidential?: readonly Step[];
  /** The move changes nothing in a step outside `from`. Without `late`, `checkStep` refuses the move. */
  late?: "ignored";
  by: Rights | "citizen" | "system";
  requires?: readonly Requirement[];
  /** The next step for each present step. A step without an entry stays. */
  to?: Partial<Record<Step, Step>>;
  /** With this field, `to` and `clock` apply only if the citizen has taken back all answers to an open question. */
  onlyIf?: "question-open-again";
  clock?: readonly ClockEffect[];
  part?: PartEffect;
  /** The key of the text for the citizen. Without a key, the citizen reads nothing. */
  says?: string;
  /** Replaces `requires` and `says` if the officer closes a request about data without fulfilling it. */
  unfulfilled?: { requires: readonly Requirement[]; says: string };
  /** Replaces `requires` and `says` if the office's work was not done. */
  notDone?: { requires: readonly Requirement[]; says?: string };
};

export type MoveName = Act | EventType;

export type Clock = {
  firstAnswer: number;
  resolve: number;
  /** The hours by the calendar until the ticket must end. `hours` replaces the working days. */
  hours?: number;
  /** The hours until the first answer; absent if equal to `hours`. */
  firstHours?: number;
};

export type DataRight = "export" | "forget" | "withdraw";

export type CategoryRule = Clock & {
  /** A new ticket of this category is confidential. */
  sensitive?: true;
  onlyMarked?: Mark;
  aboutData?: true;
  ladder?: readonly Rung[];
  /** This office gets a part when the ticket is assigned. */
  sharedWith?: Office;
  fulfilledBy?: DataRight;
};

export type KindTable = {
  steps: Record<Step, Phase>;
  moves: Record<MoveName, Move>;
  categories: Partial<Record<Category, CategoryRule>>;
  ladder: readonly Rung[];
  /** Replaces `ladder` for a reason that Disdukcapil repairs. */
  ladderOfDisdukcapil?: readonly Rung[];
  /**
   * Who reads the ticket, unless the ticket's lane has fewer readers:
   * - `place`: the officers of the place.
   * - `dinsos`: the Dinsos.
   * - `helpers`: officers who help people in danger.
   */
  readers: "place" | "dinsos" | "helpers";
  /** The offices that may have a part of a ticket, and the working days that a part gets. */
  parts?: { offices: readonly Office[]; resolve: number };
  told: "at-any-hour" | "by-day";
  objection: "rung-above" | "first-rung";
};
