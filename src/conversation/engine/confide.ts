import { rule } from "../../casework/category.ts";
import { kindTable } from "../../casework/kinds/index.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Facts } from "./facts.ts";
import type { Option, Request } from "./flow.ts";
import type { StateName } from "./state-names.ts";

/** Whether village officers can read reports of this category, so that a citizen can ask to keep one from them. */
export const canConfide = (category: Category): boolean => {
  const { kind, sensitive } = rule(category);
  return kindTable(kind).readers === "place" && sensitive !== true;
};

export const confideId = (number: string): string => `>confide.raise:${number}`;

/** The button "Rahasiakan dari desa" for a filed report. It works in every state of the chat. */
export const confideButton = (number: string, to: StateName): Option => ({
  id: confideId(number),
  title: { key: "confidential.ask" },
  to,
});

/** The request that hides a report from village officers, with all that was written in it so far. */
export const confideRequest = (number: string, { now }: Facts): Request => ({
  type: "add-to-ticket",
  number,
  event: { type: "confide", at: now, text: "" },
});
