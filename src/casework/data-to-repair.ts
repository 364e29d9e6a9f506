import { rule } from "./category.ts";
import type { Ticket } from "./ticket.ts";

export const hasDataToRepair = ({ category, reason }: Pick<Ticket, "category" | "reason">): boolean =>
  reason !== undefined || rule(category).aboutData === true;
