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
 * Blame of at most this strength (in hundredths) that only the weights hear is answered like a complaint, except if the
 * likeliest intent is danger. It is found still, so no village reads it. A lower border hears more accusations and more
 * calm complaints: of 216 accusations among messages of writers left out 157 are heard at 25, 155 at 35, 172 at 5; of
 * 2,333 calm messages 58, 51 and 102.
 */
const WEAK_ACCUSATION = 30;

const isDanger = (signal: Signal): boolean => (DANGERS as readonly Signal[]).includes(signal);

/**
 * A phrase of danger that the weights do not hear as well is answered as danger, unless another intent is at least so
 * likely and danger at most so. Of 429 true dangers of writers left out none is lost so, of 96 false ones 25 are.
 */
const [LIKELY_BESIDE_PHRASE, DANGER_UNLIKELY] = [0.8, 0.05];
/** What follows a mistake about these is worse than a false alarm: an intent takes back only what the weights hardly hear. */
const ALWAYS_ANSWERED: Readonly<Partial<Record<Signal, number>>> = {
  "self-harm": 5,
  violence: 0,
  "sexual-coercion": 8,
};
/** An intent that is at least so likely takes that back. */
const LIKELY_BESIDE_GRAVE = 0.9;

/**
 * A phrase does not count if the weights speak against it so strongly (in hundredths) and another intent than danger is at
 * least so likely. Of 855 dangers of writers left out that are heard none is lost so; the false ones are whole other
 * matters ("dompet sekarat", "kepotong gunting", "habis cerai").
 */
const AGAINST_DANGER = -50;
const AGAINST: Readonly<Partial<Record<Signal, number>>> = { accusation: -20, "living-said-dead": -25 };
const LIKELY_WITH_WEIGHTS = 0.75;

/** Whether the weights or the likeliest intent speak against a signal that only phrases found. */
export function speaksAgainstPhrase(
  ranked: Ranked,
  { signal, strength }: { signal: Signal; strength: number },
): boolean {
  const [best] = ranked;
  if (!best) return false;
  const least = isDanger(signal) ? AGAINST_DANGER : AGAINST[signal];
  if (best.label === "urgent" || (isDanger(signal) && NEAR[signal].includes(best.label))) return false;
  if (least !== undefined && strength < least && (signal === "accusation" || best.likely >= LIKELY_WITH_WEIGHTS))
    return true;
  if (!isDanger(signal) || signal in ALWAYS_ANSWERED || NOTHING.includes(best.label)) return false;
  const urgent = ranked.find(({ label }) => label === "urgent")?.likely ?? 0;
  return best.likely >= LIKELY_BESIDE_PHRASE && urgent <= DANGER_UNLIKELY;
}

/** Whether a signal that only the weights found is too weak, or the likeliest intent speaks against it. */
export function speaksAgainst([best]: Ranked, { signal, strength }: { signal: Signal; strength: number }): boolean {
  const hardly = ALWAYS_ANSWERED[signal];
  if (hardly !== undefined)
    return best !== undefined && strength <= hardly && best.label !== "urgent" && best.likely >= LIKELY_BESIDE_GRAVE;
  if (signal === "accusation" && strength <= WEAK_ACCUSATION && best?.label !== "urgent") return true;
  if (!best || NOTHING.includes(best.label) || NEAR[signal].includes(best.label)) return false;
  if (!isDanger(signal)) return best.likely >= LIKELY_BESIDE_BLAME;
  return strength < WEAK_DANGER && best.likely >= LIKELY_BESIDE_DANGER;
}
