import { rule } from "./category.ts";
import type { Ticket } from "./ticket.ts";

/** Only such a ticket can end as repaired. */
export const hasDataToRepair = ({ category, reason }: Pick<Ticket, "category" | "reason">): boolean =>
  reason !== undefined || rule(category).aboutData === true;
