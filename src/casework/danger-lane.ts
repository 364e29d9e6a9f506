import { dangersIn } from "../signals/danger.ts";
import type { Category } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";

/** Categories of somebody in danger that only marked officers read. */
export const DANGER_LANES = ["violence", "urgent-private"] as const satisfies Category[];
export type DangerLane = (typeof DANGER_LANES)[number];

/** Where words with these signals are read by marked officers only; `undefined` where they are not. */
export function dangerLaneOf(signals: readonly string[]): DangerLane | undefined {
  const dangers = dangersIn(signals);
  if (dangers.includes("violence") || dangers.includes("sexual-coercion")) return "violence";
  return dangers.includes("self-harm") ? "urgent-private" : undefined;
}

/** Whether a category is read by the officers with one mark and by nobody else. */
export const isClosed = (category: Category): boolean => rule(category).onlyMarked !== undefined;
