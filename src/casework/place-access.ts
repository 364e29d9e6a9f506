import { isOnlyForMarked } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import type { Ticket } from "./ticket.ts";

type LaneFields = Pick<Ticket, "sensitive" | "category" | "kind">;

export const isOpenToAll = ({ sensitive, category }: Omit<LaneFields, "kind">): boolean =>
  !sensitive && !isOnlyForMarked(category);

/** Returns true even if the ticket is in doubt. */
export const mayPlaceRead = (ticket: LaneFields): boolean =>
  isOpenToAll(ticket) && kindTable(ticket.kind).readers !== "dinsos";
