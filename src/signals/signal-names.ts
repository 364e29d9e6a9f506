import { DANGERS } from "./danger.ts";

/** What a message can be a signal of; each has a table of phrases in `locales/LANGUAGE/signals/NAME.tsv`. */
export const SIGNALS = ["accusation", "fear", "living-said-dead", ...DANGERS] as const;
export type Signal = (typeof SIGNALS)[number];
