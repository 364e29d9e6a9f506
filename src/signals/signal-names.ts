import { DANGERS } from "./danger.ts";

export const SIGNALS = ["accusation", "fear", "living-said-dead", ...DANGERS] as const;
export type Signal = (typeof SIGNALS)[number];

/** These signals keep a report from village officers. */
export const BLAME = ["accusation", "fear"] as const satisfies readonly Signal[];
