import { INFORMATION, OFFICE_PARTS } from "./clocks.ts";
import type { KindTable } from "./kind.ts";
import { moves, steps } from "./moves.ts";

export const request = {
  steps,
  moves,
  categories: {
    officer: INFORMATION,
    "call-back": { ...INFORMATION, firstAnswer: 1 },
  },
  ladder: ["village", "tksk", "dinsos"],
  readers: "place",
  parts: OFFICE_PARTS,
  told: "by-day",
  objection: "rung-above",
} as const satisfies KindTable;
