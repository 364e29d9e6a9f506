import { defined } from "../defined.ts";
import type { Office } from "../vocabulary/lists.ts";
import { type Key, keysOf } from "./access.ts";
import { openPartsOf } from "./part.ts";
import { pastOf } from "./past.ts";
import { isOverdue, type Ticket, type TicketEvent } from "./ticket.ts";

/** The fields of a ticket by which statistics count; none of them tells of a person. */
type Counted = Pick<Ticket, "district" | "kind" | "category" | "state"> & {
  area?: string;
  officer?: string;
  late: boolean;
  /** The offices that have an open part of the ticket; absent if there is none. */
  offices?: Office[];
  /** The type of the event that ended the ticket. */
  outcome?: TicketEvent["type"];
};

/**
 * One change of a ticket, for readers that follow all changes. A reader that tells an officer of a change asks for
 * `keys` and `barred`, as lists do. `left`: the keys that the ticket had before and has no more, so that whoever saw
 * the ticket by them learns that it is gone.
 */
export type Change = {
  /** Counts the changes of all tickets, without a gap. */
  seq: number;
  at: number;
  ticket: string;
  version: number;
  keys: Key[];
  left: Key[];
  barred: string[];
  /** Absent if this change opened the ticket. */
  was?: Counted;
  now: Counted;
};

/** A change that has no number among the others yet. */
export type LoggedChange = Omit<Change, "seq">;

function countedOf(ticket: Ticket, at: number): Counted {
  const { district, kind, category, state, area, officer } = ticket;
  const outcome = state === "closed" ? pastOf(ticket).ending : undefined;
  const offices = openPartsOf(ticket).map(({ office }) => office);
  return {
    district,
    kind,
    category,
    state,
    ...defined({ area, officer }),
    late: isOverdue(ticket, at),
    ...(offices.length > 0 ? { offices } : {}),
    ...defined({ outcome }),
  };
}

/** Returns a change as the log keeps it; without `before` the ticket was opened. */
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
