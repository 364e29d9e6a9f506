import { DANGERS } from "./danger.ts";
import type { Signal } from "./signal-names.ts";

/** The intents that a model gives for a text, the likeliest first. */
export type Ranked = readonly { label: string; likely: number }[];

/** Intents that mean nearly the same as a signal: they never speak against it. */
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

/** Labels for texts that are not about our service: the model of intents may have missed what the weights found. */
const NOTHING: readonly string[] = ["none", "reply"];

/**
 * An intent speaks against blame or fear if it is at least so likely, and against a danger if it is at least so likely
 * and the danger's strength is lower than WEAK_DANGER (in hundredths).
 */
const [LIKELY_BESIDE_BLAME, LIKELY_BESIDE_DANGER, WEAK_DANGER] = [0.2, 0.4, 20];

/**
 * Blame of at most this strength (in hundredths) that only the weights hear is answered like a complaint. A higher border
 * spares more calm messages and misses more accusations: at 20 it took back 9 of 75 held-out accusations, at 5 one.
 */
const WEAK_ACCUSATION = 5;

const isDanger = (signal: Signal): boolean => (DANGERS as readonly Signal[]).includes(signal);

/**
 * A phrase of danger that the weights do not hear as well is answered as danger, unless another intent is at least so
 * likely and danger at most so. Of 429 true dangers of writers left out none is lost so, of 96 false ones 25 are.
 */
const [LIKELY_BESIDE_PHRASE, DANGER_UNLIKELY] = [0.8, 0.05];
/** These are always answered: what follows a mistake is worse than a false alarm. */
const ALWAYS_ANSWERED: ReadonlySet<Signal> = new Set(["self-harm", "violence", "sexual-coercion"]);

/** Whether the likeliest intent speaks against a danger that only phrases found. */
export function speaksAgainstPhrase(ranked: Ranked, signal: Signal): boolean {
  const [best] = ranked;
  if (!best || !isDanger(signal) || ALWAYS_ANSWERED.has(signal)) return false;
  if (NOTHING.includes(best.label) || NEAR[signal].includes(best.label)) return false;
  const urgent = ranked.find(({ label }) => label === "urgent")?.likely ?? 0;
  return best.likely >= LIKELY_BESIDE_PHRASE && urgent <= DANGER_UNLIKELY;
}

/** Whether a signal that only the weights found is too weak, or the likeliest intent speaks against it. */
export function speaksAgainst([best]: Ranked, { signal, strength }: { signal: Signal; strength: number }): boolean {
  if (ALWAYS_ANSWERED.has(signal)) return false;
  if (signal === "accusation" && strength <= WEAK_ACCUSATION) return true;
  if (!best || NOTHING.includes(best.label) || NEAR[signal].includes(best.label)) return false;
  if (!isDanger(signal)) return best.likely >= LIKELY_BESIDE_BLAME;
  return strength < WEAK_DANGER && best.likely >= LIKELY_BESIDE_DANGER;
}
