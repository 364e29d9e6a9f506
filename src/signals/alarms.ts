import type { Signal } from "./signal-names.ts";

/** `raised`: signals that a list of words finds for certain. `quieted`: signals that a list of words takes back. */
export type Alarms = { raised: readonly Signal[]; quieted: readonly Signal[] };

/** The `phrase` of a finding from a list of words. */
export const LISTED = "listed";

export const NO_ALARMS: Alarms = { raised: [], quieted: [] };
