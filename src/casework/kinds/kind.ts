import type { Act } from "../../vocabulary/acts.ts";
import type { Category, EventType, Mark, Office, Phase, Rung, Step } from "../../vocabulary/lists.ts";

/**
 * The relation of an officer to a ticket. `holder`: its assignee. `beside`: works beside the assignee. `supervisor`:
 * an officer of the Dinsos above them. `area`: serves the ticket's place.
 *
 * An officer can have the relation `part` besides another one: the officer's office has an open part, and this part
 * is theirs or has no officer.
 */
export const RELATIONS = ["holder", "beside", "supervisor", "area", "part"] as const;
export type Relation = (typeof RELATIONS)[number];

/** The rungs that may make a move, by relation. Officers with a relation that is left out may not make it. */
type Rights = Partial<Record<Relation, readonly Rung[]>>;

/**
 * A condition for an act.
 * - `words`: the act has a text.
 * - `reason`: the text says why.
 * - `data-at-fault`: the ticket is about data that can be repaired.
 * - `fulfilled`: the act that fulfils the request about data was done.
 * - `mark`: the officer is marked for every lane that the ticket is in.
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
 * The effect of a move on the clocks. The last four apply only if `to` gives a next step.
 * - `answered`: the clock of the first answer stops.
 * - `recount`: both clocks are computed anew, after a change of category.
 * - `pause`: the clock of the end stops while the citizen is asked.
 * - `resume`: the clock of the end goes on.
 * - `end`: the clocks end.
 * - `restart`: the clocks begin anew, since the citizen disputes the end.
 */
export type ClockEffect = "answered" | "recount" | "pause" | "resume" | "end" | "restart";

/**
 * The effect of a move on the parts.
 * - `begin`: the named office gets a part, or its open part goes to another officer.
 * - `end`: the part of the named office ends.
 * - `end-own`: the part of the author's office ends.
 * - `end-withdrawn`: all parts end, since the citizen withdraws the report.
 */
export type PartEffect = "begin" | "end" | "end-own" | "end-withdrawn";

/** A move of a ticket: an act of an officer, or an act of the citizen or of the service. */
export type Move = {
  /** The steps in which the move can happen. */
  from: readonly Step[];
  /** The steps in which the move can happen to a confidential ticket. Without this field, the steps are the same. */
  fromConfidential?: readonly Step[];
  /**
   * `ignored` means that the move changes nothing in a step outside `from`. Without this field, the move is refused
   * there.
   */
  late?: "ignored";
  by: Rights | "citizen" | "system";
  requires?: readonly Requirement[];
  /** The next step for each present step. A present step that is left out does not change. */
  to?: Partial<Record<Step, Step>>;
  /** `to` and `clock` apply only if the citizen has taken back the only answer to a question. */
  onlyIf?: "question-open-again";
  clock?: readonly ClockEffect[];
  part?: PartEffect;
  /** The key of the text that tells the citizen of the move. Without a key the service does not tell the citizen. */
  says?: string;
  /** The difference for a request about data that is closed without being fulfilled. */
  unfulfilled?: { requires: readonly Requirement[]; says: string };
  /**
   * The difference for a part that ends without being done. Its office or a supervisor may end it. Without `says` the
   * service does not tell the citizen.
   */
  notDone?: { requires: readonly Requirement[]; says?: string };
};

export type MoveName = Act | EventType;

/** The working days to the first answer and to the end. */
export type Clock = {
  firstAnswer: number;
  resolve: number;
  /** The hours by the calendar to the end. They replace the working days. */
  hours?: number;
  /** The hours to the first answer. Absent if they equal `hours`. */
  firstHours?: number;
};

/** The acts that fulfil a request about data. */
export type DataRight = "export" | "forget" | "withdraw";

export type CategoryRule = Clock & {
  /**
   * Tickets of this category name an official or a crime. Village officers, companions and TKSK officers never see
   * them.
   */
  sensitive?: true;
  /** Only officers with this mark see tickets of this category. */
  onlyMarked?: Mark;
  /** Tickets of this category are about data in the register or the civil registry, which an office can repair. */
  aboutData?: true;
  /** The rungs that get the ticket first. They replace the kind's own. */
  ladder?: readonly Rung[];
  /** This office gets a part of the ticket when the ticket is assigned. */
  sharedWith?: Office;
  /** The act that fulfils the request. */
  fulfilledBy?: DataRight;
};

export type KindTable = {
  /** The phase of each step. All kinds share the phases. */
  steps: Record<Step, Phase>;
  moves: Record<MoveName, Move>;
  categories: Partial<Record<Category, CategoryRule>>;
  /** The rungs that get the ticket first, in order. */
  ladder: readonly Rung[];
  /** The rungs for a reason that Disdukcapil repairs. Absent if they are the same. */
  ladderOfDisdukcapil?: readonly Rung[];
  /**
   * The readers of a ticket, unless its lane has fewer readers. `place`: the officers of the ticket's place. `dinsos`:
   * all officers of the Dinsos. `helpers`: officers who help in danger.
   */
  readers: "place" | "dinsos" | "helpers";
  /**
   * The offices that may have a part of a ticket, and the working days for a part. Absent if no office may have one.
   */
  parts?: { offices: readonly Office[]; resolve: number };
  /** Whether the service tells officers of a ticket at any hour, or only by day. */
  told: "at-any-hour" | "by-day";
  /** The rung that gets the ticket after the citizen disputes its end: the rung above, or the first rung once more. */
  objection: "rung-above" | "first-rung";
};
