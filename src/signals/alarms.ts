import type { Signal } from "./signal-names.ts";

/** What lists of words say about a text: signals that they give for certain, and signals that they take back. */
export type Alarms = { raised: readonly Signal[]; quieted: readonly Signal[] };

/** The phrase of a finding that a list of words made. */
export const LISTED = "listed";

export const NO_ALARMS: Alarms = { raised: [], quieted: [] };
