import type { Clock, KindTable } from "./kind.ts";
import { moves, OURS, steps } from "./moves.ts";

/** These clocks run in hours by the calendar, also at night and on holidays. */
const DANGER = { firstAnswer: 0, resolve: 1, firstHours: 1, hours: 24 } as const satisfies Clock;

/** The citizen's silence never ends such a ticket, and no question stops its clock. */
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
  // If the Dinsos has no officer, the nearest officer gets the ticket.
  ladder: ["dinsos", "tksk", "village"],
  readers: "helpers",
  told: "at-any-hour",
  objection: "first-rung", // the first rung is the Dinsos
} as const satisfies KindTable;
