import { rule } from "./category.ts";
import type { Ticket } from "./ticket.ts";

/** Whether a ticket is about data that can be repaired: only such a ticket can end as repaired. */
export const hasDataToRepair = ({ category, reason }: Pick<Ticket, "category" | "reason">): boolean =>
  reason !== undefined || rule(category).aboutData === true;
