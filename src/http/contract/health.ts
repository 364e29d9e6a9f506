import { z } from "zod";
import { VERDICTS } from "../../vocabulary/lists.ts";

const UP_OR_DOWN = z.enum(["up", "down"]);

/** Only a process that keeps messages reports `disk`. */
export const Ready = z.object({
  status: z.enum(["ready", "not ready"]),
  store: UP_OR_DOWN,
  disk: UP_OR_DOWN.optional(),
  queue: UP_OR_DOWN,
  spool: z.enum(["holding", "empty"]),
});

/** `at` is a time such as `2026-11-29T02:00:00.000Z`. */
export const DoctorAnswer = z.object({
  status: z.enum(["fine", "warnings", "faults"]),
  at: z.string(),
  findings: z.array(
    z.object({ check: z.string(), verdict: z.enum(VERDICTS), says: z.string(), next: z.string().optional() }),
  ),
});
