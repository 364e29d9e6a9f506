import { FIELD_CHECK, OFFICE_CHECK, OFFICE_PARTS } from "./clocks.ts";
import type { KindTable } from "./kind.ts";
import { moves, steps } from "./moves.ts";

export const complaint = {
  steps,
  moves,
  categories: {
    "not-paid": OFFICE_CHECK,
    cut: { ...FIELD_CHECK, sensitive: true },
    card: OFFICE_CHECK,
    "wrong-recipient": FIELD_CHECK,
    "not-listed": FIELD_CHECK,
    "data-wrong": { ...OFFICE_CHECK, aboutData: true },
    "dead-receiving": { ...FIELD_CHECK, aboutData: true },
    // Only Disdukcapil can undo a death in its register.
    "listed-dead": { ...OFFICE_CHECK, firstAnswer: 1, aboutData: true, ladder: ["dinsos"], sharedWith: "disdukcapil" },
    quality: FIELD_CHECK,
    "officer-conduct": { ...FIELD_CHECK, sensitive: true },
    "pbi-jk": OFFICE_CHECK,
    other: OFFICE_CHECK,
  },
  ladder: ["village", "tksk", "dinsos"],
  readers: "place",
  parts: OFFICE_PARTS,
  told: "by-day",
  objection: "rung-above",
} as const satisfies KindTable;
