import { defined } from "../defined.ts";
import type { Office } from "../vocabulary/lists.ts";
import { type Key, keysOfTicket } from "./access.ts";
import { openPartsOf } from "./part.ts";
import { pastOf } from "./past.ts";
import { isOverdue, type Ticket, type TicketEvent } from "./ticket.ts";

type Counted = Pick<Ticket, "district" | "kind" | "category" | "state"> & {
  area?: string;
  officer?: string;
  late: boolean;
  offices?: Office[];
  outcome?: TicketEvent["type"];
};

/** Officers with one of `left` learn only that the ticket left their lists. */
export type Change = {
  /** Numbers the changes of all tickets without a gap. */
  seq: number;
  at: number;
  ticket: string;
  version: number;
  keys: Key[];
  left: Key[];
  barred: string[];
  was?: Counted;
  now: Counted;
};

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

export function changeOf(before: Ticket | undefined, after: Ticket, at: number): LoggedChange {
  const keys = keysOfTicket(after);
  return {
    at,
    ticket: after.number,
    version: after.version,
    keys,
    left: before ? keysOfTicket(before).filter((key) => !keys.includes(key)) : [],
    barred: after.barred ?? [],
    ...(before ? { was: countedOf(before, at) } : {}),
    now: countedOf(after, at),
  };
}
