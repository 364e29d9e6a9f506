import type { Category } from "../vocabulary/lists.ts";
import type { Ticket } from "./ticket.ts";

/** Categories about data in the register or the civil registry whose kind is not `repair`. */
const ABOUT_DATA: ReadonlySet<Category> = new Set(["data-wrong", "listed-dead", "dead-receiving", "data-correct"]);

/** Whether a ticket is about data that can be repaired: only such a one can end with "your data are repaired". */
export const hasDataToRepair = ({ kind, category, reason }: Pick<Ticket, "kind" | "category" | "reason">): boolean =>
  kind === "repair" || reason !== undefined || ABOUT_DATA.has(category);
