import type { Category } from "../../vocabulary/lists.ts";

/** Reports of these categories are about the person whose data the chat has opened. */
export const OF_THE_PERSON: readonly Category[] = ["not-paid", "card", "not-listed", "data-wrong", "pbi-jk"];
