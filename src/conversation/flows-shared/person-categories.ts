import type { Category } from "../../vocabulary/lists.ts";

/** Categories about a person's data: that of the person whose data this chat has just opened. */
export const OF_THE_PERSON: readonly Category[] = ["not-paid", "card", "not-listed", "data-wrong", "pbi-jk"];
