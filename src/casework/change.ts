import type { Office } from "../vocabulary/lists.ts";
import { type Key, keysOf } from "./access.ts";
import { openPartsOf } from "./part.ts";
import { isOverdue, type Ticket, type TicketEvent } from "./ticket.ts";

/** The fields of a ticket that figures count; none of them tells of a person. */
type Counted = Pick<Ticket, "district" | "kind" | "category" | "state"> & {
  area?: string;
  officer?: string;
  late: boolean;
  /** The offices that have an open part of it; absent where none has. */
  offices?: Office[];
  /** The act that ended it. */
  outcome?: TicketEvent["type"];
};

/**
 * One change of a ticket as a reader who follows all changes sees it. Code that tells an officer of it asks for `keys` and
 * `barred`, as lists do; `left` are the keys by which somebody may have seen the ticket before.
 */
export type Change = {
  /** Counts the changes of all tickets together, without a gap. */
  seq: number;
  at: number;
  ticket: string;
  version: number;
  keys: Key[];
  left: Key[];
  barred: string[];
  /** Absent when it was opened. */
  was?: Counted;
  now: Counted;
};

/** A change before it has its place among the others. */
export type LoggedChange = Omit<Change, "seq">;

const ENDINGS = new Set<TicketEvent["type"]>(["close", "repair"]);

function countedOf(ticket: Ticket, at: number): Counted {
  const { district, kind, category, state, area, officer, events } = ticket;
  const outcome = state === "closed" ? events.findLast(({ type }) => ENDINGS.has(type))?.type : undefined;
  const offices = openPartsOf(ticket).map(({ office }) => office);
  return {
    district,
    kind,
    category,
    state,
    ...(area === undefined ? {} : { area }),
    ...(officer === undefined ? {} : { officer }),
    late: isOverdue(ticket, at),
    ...(offices.length > 0 ? { offices } : {}),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** The part of a change that the log keeps; without `before` the ticket was opened. */
export function changeOf(before: Ticket | undefined, after: Ticket, at: number): LoggedChange {
  const keys = keysOf(after);
  return {
    at,
    ticket: after.number,
    version: after.version,
    keys,
    left: before ? keysOf(before).filter((key) => !keys.includes(key)) : [],
    barred: after.barred ?? [],
    ...(before ? { was: countedOf(before, at) } : {}),
    now: countedOf(after, at),
  };
}
