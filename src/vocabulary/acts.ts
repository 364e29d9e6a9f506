import { z } from "zod";

/** The acts with words that the officer types. The citizen gets these words, save those of `note` and `proceed`: they stay among officers. */
export const OFFICER_ACTS = ["note", "proceed", "answer", "ask", "repair", "close"] as const;
export type OfficerAct = (typeof OFFICER_ACTS)[number];

/**
 * What an officer may do with a ticket that they see. `share` gives an office a part of it, `end-part` ends one; `unlock`
 * lifts the lock that wrong proofs have put on its person; `raise` and `lower` move it into and out of the confidential
 * lane.
 */
const HANDLING_ACTS = ["take", "transfer", "share", "end-part", "reveal", "unlock", "amend", "raise", "lower"] as const;
const ACTS = ["read", ...OFFICER_ACTS, ...HANDLING_ACTS] as const;
export type Act = (typeof ACTS)[number];

/** The names of events that releases before 0.2 have stored, each with its name of today. Stored events may have them for ever. */
const FORMER_NAMES: Record<string, string> = {
  added: "add",
  amended: "amend",
  answered: "answer",
  asked: "ask",
  closed: "close",
  confided: "confide",
  disputed: "dispute",
  erased: "erase",
  fetched: "fetch",
  noted: "note",
  nudged: "nudge",
  proceeded: "proceed",
  reminded: "remind",
  repaired: "repair",
  routed: "assign",
  told: "tell",
  withdrawn: "take-back",
  withheld: "withhold",
};

/** A schema that also reads an event which a release before 0.2 has written. */
export const withFormerNames = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((event) => {
    const type = (event as { type?: unknown } | null)?.type;
    const name = typeof type === "string" ? FORMER_NAMES[type] : undefined;
    return name === undefined ? event : { ...(event as object), type: name };
  }, schema);
