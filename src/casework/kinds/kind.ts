import type { Act } from "../../vocabulary/acts.ts";
import type { Category, EventType, Mark, Office, Phase, Rung, Step } from "../../vocabulary/lists.ts";

/**
 * An officer has the first relation that fits, and perhaps also `part`:
 * - `holder`: the officer is the assignee.
 * - `beside`: the officer works beside the assignee.
 * - `supervisor`: the officer is of the Dinsos.
 * - `area`: the officer sees the ticket for another reason.
 * - `part`: the officer may work on an open part of the officer's office.
 */
export const RELATIONS = ["holder", "beside", "supervisor", "area", "part"] as const;
export type Relation = (typeof RELATIONS)[number];

type Rights = Partial<Record<Relation, readonly Rung[]>>;

/**
 * - `data-at-fault`: an office can repair the ticket's data.
 * - `fulfilled`: the officer has done what a request about data asks for.
 * - `mark`: `mayLower` allows the officer.
 * - `office`: the office may have a part of the ticket.
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
 * The last four effects apply only if `to` has a next step.
 * - `answered`: the clock of the first answer stops.
 * - `recount`: the service computes both clocks again for a new category.
 * - `pause`: the clock of the end stops during a question to the citizen.
 * - `resume`: the clock of the end goes on.
 * - `restart`: the clocks begin again after a dispute.
 */
export type ClockEffect = "answered" | "recount" | "pause" | "resume" | "end" | "restart";

export type PartEffect = "begin" | "end" | "end-own" | "end-withdrawn";

export type Move = {
  from: readonly Step[];
  /** The step of a confidential ticket must also be in this list. */
  fromConfidential?: readonly Step[];
  /** Outside `from`, the move changes nothing, and `checkStep` does not refuse it. */
  late?: "ignored";
  by: Rights | "citizen" | "system";
  requires?: readonly Requirement[];
  to?: Partial<Record<Step, Step>>;
  /** `to` and `clock` apply only after the citizen has taken back all answers. */
  onlyIf?: "question-open-again";
  clock?: readonly ClockEffect[];
  part?: PartEffect;
  /** The key of the text for the citizen. */
  says?: string;
  unfulfilled?: { requires: readonly Requirement[]; says: string };
  notDone?: { requires: readonly Requirement[]; says?: string };
};

export type MoveName = Act | EventType;

export type Clock = {
  firstAnswer: number;
  resolve: number;
  /** Hours until the ticket must end, instead of the working days. */
  hours?: number;
  /** The hours until the first answer; absent if equal to `hours`. */
  firstHours?: number;
};

export type DataRight = "export" | "forget" | "withdraw";

export type CategoryRule = Clock & {
  sensitive?: true;
  onlyMarked?: Mark;
  aboutData?: true;
  ladder?: readonly Rung[];
  sharedWith?: Office;
  fulfilledBy?: DataRight;
};

export type KindTable = {
  steps: Record<Step, Phase>;
  moves: Record<MoveName, Move>;
  categories: Partial<Record<Category, CategoryRule>>;
  ladder: readonly Rung[];
  ladderOfDisdukcapil?: readonly Rung[];
  /** Who reads the ticket; `helpers` are officers who help people in danger. */
  readers: "place" | "dinsos" | "helpers";
  /** `resolve`: the working days for a part. */
  parts?: { offices: readonly Office[]; resolve: number };
  told: "at-any-hour" | "by-day";
  objection: "rung-above" | "first-rung";
};
