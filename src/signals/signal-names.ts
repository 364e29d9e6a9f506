import { DANGERS } from "./danger.ts";

/** Each signal has a table of phrases in `locales/LANGUAGE/signals/NAME.tsv`. */
export const SIGNALS = ["accusation", "fear", "living-said-dead", ...DANGERS] as const;
export type Signal = (typeof SIGNALS)[number];

/** These signals keep a report from village officers. */
export const BLAME = ["accusation", "fear"] as const satisfies readonly Signal[];
