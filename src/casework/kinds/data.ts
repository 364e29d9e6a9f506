import type { Clock, KindTable } from "./kind.ts";
import { moves, OURS, steps } from "./moves.ts";

/** By law, nothing stops this clock. */
const SUBJECT_RIGHT = { firstAnswer: 3, resolve: 3, hours: 72 } as const satisfies Clock;

/** Requests under the data protection law (UU PDP 27/2022). */
export const data = {
  steps,
  moves: {
    ...moves,
    ask: { ...moves.ask, clock: ["answered", "resume"] },
    close: {
      ...moves.close,
      from: OURS,
      requires: ["words", "fulfilled", "parts-ended"],
      unfulfilled: { requires: ["words", "reason"], says: "casework.unfulfilled" },
    },
    "take-back": { ...moves["take-back"], clock: [] },
  },
  categories: {
    "data-copy": { ...SUBJECT_RIGHT, fulfilledBy: "export" },
    "data-correct": { ...SUBJECT_RIGHT, aboutData: true },
    "data-delete": { ...SUBJECT_RIGHT, fulfilledBy: "forget" },
    "consent-withdraw": { ...SUBJECT_RIGHT, fulfilledBy: "withdraw" },
  },
  ladder: ["dinsos"],
  readers: "dinsos",
  told: "by-day",
  objection: "rung-above",
} as const satisfies KindTable;
