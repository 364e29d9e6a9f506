import { DANGERS } from "./danger.ts";

/** Each signal has a table of phrases in `locales/LANGUAGE/signals/NAME.tsv`. */
export const SIGNALS = ["accusation", "fear", "living-said-dead", ...DANGERS] as const;
export type Signal = (typeof SIGNALS)[number];

/** The signals that decide who may read a ticket. */
export const BLAME = ["accusation", "fear"] as const satisfies readonly Signal[];
