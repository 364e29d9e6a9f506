import { z } from "zod";

/** The compiler checks the flows' states and the steps' targets against this list. */
const STATES = {
  menu: ["choose", "suggest"],
  urgent: ["pick", "checking", "numbering", "place", "open", "consent", "safely"],
  check: [
    "number",
    "which",
    "which-of-two",
    "no-number",
    "for-whom",
    "cannot-open",
    "proof",
    "name",
    "card-only",
    "looking",
    "held",
    "missed",
    "card-missed",
    "old-card",
    "card",
    "card-name",
    "damaged",
    "no-damaged",
    "repairable",
    "registered",
    "shared",
    "result",
    "desil",
  ],
  repair: ["choose", "kinds", "of-kind", "explain", "details", "deceased", "report", "death-details", "contest"],
  complaint: ["category", "more", "programme", "what", "where", "kecamatan", "confirm"],
  ticket: ["collect", "checking", "same", "numbering", "filed", "added", "more"],
  track: ["show", "listing", "choose", "withdraw", "unsolved", "looking", "view", "add", "dispute", "linking", "asked"],
  programmes: ["list", "show", "apply"],
  ask: ["show", "more", "others", "sources", "again"],
  offices: ["show", "area"],
  officer: ["ask"],
  language: ["choose"],
  privacy: ["choose", "stored", "confirm"],
  reply: ["begin", "done", "other", "move"],
  finish: ["ask"],
  confide: ["raise", "looking"],
} as const;

export type FlowName = keyof typeof STATES;
export type StateOf<Name extends FlowName> = (typeof STATES)[Name][number];
export type StateName = { [Name in FlowName]: `${Name}.${StateOf<Name>}` }[FlowName];

const names: ReadonlySet<string> = new Set(
  Object.entries(STATES).flatMap(([flow, states]) => states.map((state) => `${flow}.${state}`)),
);
export const isStateName = (at: string): at is StateName => names.has(at);

/** A chat whose stored state is unknown also begins here. */
export const FIRST_STATE = "menu.choose" satisfies StateName;

export const StateAt = z.string().transform((at): StateName => (isStateName(at) ? at : FIRST_STATE));
