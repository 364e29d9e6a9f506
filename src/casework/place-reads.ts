import { rule } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import type { Ticket } from "./ticket.ts";

type Seen = Pick<Ticket, "sensitive" | "category" | "kind">;

/** Whether no lane that few read holds a ticket. */
export const isOpenToAll = ({ sensitive, category }: Omit<Seen, "kind">): boolean =>
  !sensitive && rule(category).onlyMarked === undefined;

/** Whether a village could read a ticket, so that its citizen can ask that it does not. */
export const mayPlaceRead = (ticket: Seen): boolean =>
  isOpenToAll(ticket) && kindTable(ticket.kind).readers !== "dinsos";
