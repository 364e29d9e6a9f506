import { FIELD_CHECK, OFFICE_CHECK, OFFICE_PARTS } from "./clocks.ts";
import type { KindTable } from "./kind.ts";
import { moves, steps } from "./moves.ts";

export const repair = {
  steps,
  moves,
  categories: {
    "repair-data": { ...OFFICE_CHECK, aboutData: true },
    "repair-number": { ...OFFICE_CHECK, aboutData: true },
    objection: { ...FIELD_CHECK, aboutData: true },
    "family-change": { ...OFFICE_CHECK, aboutData: true },
    "death-report": { ...FIELD_CHECK, aboutData: true },
  },
  ladder: ["village", "tksk", "dinsos"],
  ladderOfDisdukcapil: ["disdukcapil", "dinsos"],
  readers: "place",
  parts: OFFICE_PARTS,
  told: "by-day",
  objection: "rung-above",
} as const satisfies KindTable;
