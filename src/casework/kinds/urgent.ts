import type { Clock, KindTable } from "./kind.ts";
import { moves, OURS, steps } from "./moves.ts";

/** Both clocks also run at night and on holidays. */
const DANGER = { firstAnswer: 0, resolve: 1, firstHours: 1, hours: 24 } as const satisfies Clock;

export const urgent = {
  steps,
  moves: {
    ...moves,
    ask: { ...moves.ask, clock: ["answered", "resume"] },
    close: { ...moves.close, from: OURS },
    "take-back": { ...moves["take-back"], clock: [] },
  },
  categories: {
    urgent: DANGER,
    "urgent-private": { ...DANGER, onlyMarked: "urgent" },
    violence: { ...DANGER, onlyMarked: "survivor" },
  },
  ladder: ["dinsos", "tksk", "village"],
  readers: "helpers",
  told: "at-any-hour",
  objection: "first-rung",
} as const satisfies KindTable;
