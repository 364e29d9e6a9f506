import { dangersIn } from "../signals/danger.ts";
import type { Category } from "../vocabulary/lists.ts";

/** Categories for people in danger whose tickets only marked officers read. */
export const DANGER_LANES = ["violence", "urgent-private"] as const satisfies Category[];
export type DangerLane = (typeof DANGER_LANES)[number];

/** Returns the category for words with these signals, if only marked officers may read such words. */
export function dangerLaneOf(signals: readonly string[]): DangerLane | undefined {
  const dangers = dangersIn(signals);
  if (dangers.includes("violence") || dangers.includes("sexual-coercion")) return "violence";
  return dangers.includes("self-harm") ? "urgent-private" : undefined;
}
