import { DANGERS } from "./danger.ts";
import type { Signal } from "./signal-names.ts";

/** What a model of intents takes a text for, the likeliest first. */
export type Ranked = readonly { label: string; likely: number }[];

/** Labels of intents that say the same as a signal, or nearly: they never speak against it. */
export const NEAR: Readonly<Record<Signal, readonly string[]>> = {
  accusation: ["complaint", "ask:complaint-how", "officer", "hoax", "urgent"],
  fear: ["complaint", "ask:complaint-how", "privacy", "urgent"],
  "living-said-dead": ["listed-dead", "death-report", "urgent"],
  violence: ["urgent"],
  "sexual-coercion": ["urgent"],
  "self-harm": ["urgent"],
  "urgent-medical": ["urgent", "ask:pbi-jk"],
  disaster: ["urgent"],
  hunger: ["urgent"],
  neglected: ["urgent", "ask:neglected"],
};

/** Labels of texts in which the intents find nothing of ours: they may have missed what the weights heard. */
const NOTHING: readonly string[] = ["none", "reply"];

/** How likely another label must be, and how weak (in hundredths) a danger, for the label to speak against it. */
const [LIKELY_BESIDE_BLAME, LIKELY_BESIDE_DANGER, WEAK_DANGER] = [0.2, 0.4, 20];

const isDanger = (signal: Signal): boolean => (DANGERS as readonly Signal[]).includes(signal);

/** Whether the intents take a text for something else than a signal that only the weights speak for. */
export function speaksAgainst([best]: Ranked, { signal, strength }: { signal: Signal; strength: number }): boolean {
  if (!best || NOTHING.includes(best.label) || NEAR[signal].includes(best.label)) return false;
  if (!isDanger(signal)) return best.likely >= LIKELY_BESIDE_BLAME;
  return strength < WEAK_DANGER && best.likely >= LIKELY_BESIDE_DANGER;
}
