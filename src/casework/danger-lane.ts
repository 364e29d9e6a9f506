import { dangersIn } from "../signals/danger.ts";
import type { Category } from "../vocabulary/lists.ts";

export const DANGER_LANES = ["violence", "urgent-private"] as const satisfies Category[];
export type DangerLane = (typeof DANGER_LANES)[number];

/** Returns `undefined` if officers without a mark may read the words. */
export function dangerLaneOf(signals: readonly string[]): DangerLane | undefined {
  const dangers = dangersIn(signals);
  if (dangers.includes("violence") || dangers.includes("sexual-coercion")) return "violence";
  return dangers.includes("self-harm") ? "urgent-private" : undefined;
}
