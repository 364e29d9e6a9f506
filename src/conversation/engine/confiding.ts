import { rule } from "../../casework/category.ts";
import { kindTable } from "../../casework/kinds/index.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Facts } from "./facts.ts";
import type { Option, Request } from "./flow.ts";
import type { StateName } from "./state-names.ts";

/** Whether a village could read a report of this kind, so that its citizen can ask that it does not. */
export const canConfide = (category: Category): boolean => {
  const { kind, sensitive } = rule(category);
  return kindTable(kind).readers === "place" && sensitive !== true;
};

export const confideId = (number: string): string => `>confide.raise:${number}`;

/** "Rahasiakan dari desa" for a report that is filed: it works wherever the chat is by then. */
export const confideButton = (number: string, to: StateName): Option => ({
  id: confideId(number),
  title: { key: "confidential.ask" },
  to,
});

/** Takes a report out of the village's sight, with everything that was written before. */
export const confideRequest = (number: string, { now }: Facts): Request => ({
  type: "add-to-ticket",
  number,
  event: { type: "confide", at: now, text: "" },
});
