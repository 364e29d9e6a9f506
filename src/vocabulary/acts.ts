import { z } from "zod";

/** The citizen gets the words of all these acts except `note` and `proceed`. */
export const OFFICER_ACTS = ["note", "proceed", "answer", "ask", "repair", "close"] as const;
export type OfficerAct = (typeof OFFICER_ACTS)[number];

/**
 * - `unlock` ends the lock that wrong proofs put on the ticket's person.
 * - `raise` moves the ticket into the confidential lane; `lower` moves it out again.
 */
const HANDLING_ACTS = ["take", "transfer", "share", "end-part", "reveal", "unlock", "amend", "raise", "lower"] as const;
const ACTS = ["read", ...OFFICER_ACTS, ...HANDLING_ACTS] as const;
export type Act = (typeof ACTS)[number];

/** Releases before 0.2 stored events under these names. */
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

export const withFormerNames = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((event) => {
    const type = (event as { type?: unknown } | null)?.type;
    const name = typeof type === "string" ? FORMER_NAMES[type] : undefined;
    return name === undefined ? event : { ...(event as object), type: name };
  }, schema);
