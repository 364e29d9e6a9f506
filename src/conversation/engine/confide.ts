import { rule } from "../../casework/category.ts";
import { kindTable } from "../../casework/kinds/index.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Facts } from "./facts.ts";
import type { Option, Request } from "./flow.ts";
import type { StateName } from "./state-names.ts";

/** Whether village officers read reports of this category, unless the citizen asks for secrecy. */
export const canConfide = (category: Category): boolean => {
  const { kind, sensitive } = rule(category);
  return kindTable(kind).readers === "place" && sensitive !== true;
};

export const confideId = (number: string): string => `>confide.raise:${number}`;

/** The button "Rahasiakan laporan" works in every state of the chat. */
export const confideButton = (number: string, to: StateName): Option => ({
  id: confideId(number),
  title: { key: "confidential.ask" },
  to,
});

export const confideRequest = (number: string, { now }: Facts): Request => ({
  type: "add-to-ticket",
  number,
  event: { type: "confide", at: now, text: "" },
});
