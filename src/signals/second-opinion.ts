import { DANGERS, type Danger } from "./danger.ts";
import type { Signal } from "./signal-names.ts";

export type Ranked = readonly { label: string; likely: number }[];

/** `strength` is the weights' score in hundredths. With `unnamed`, the text names no person who serves citizens. */
type Found = { signal: Signal; strength: number; unnamed?: boolean };

/** Intents that mean nearly the same as a signal. */
export const SIMILAR_INTENTS: Readonly<Record<Signal, readonly string[]>> = {
  accusation: ["complaint", "ask:complaint-how", "officer", "hoax", "urgent"],
  fear: ["complaint", "ask:complaint-how", "privacy", "urgent"],
  "living-said-dead": ["listed-dead", "urgent"],
  violence: ["urgent"],
  "sexual-coercion": ["urgent"],
  "self-harm": ["urgent"],
  "urgent-medical": ["urgent", "ask:pbi-jk"],
  disaster: ["urgent"],
  hunger: ["urgent"],
  neglected: ["urgent", "ask:neglected"],
};

const NOTHING: readonly string[] = ["none", "reply"];

/** An intent this likely speaks against a signal. WEAK_DANGER is in hundredths. */
const [LIKELY_AGAINST_BLAME, LIKELY_AGAINST_DANGER, WEAK_DANGER] = [0.2, 0.4, 20];

/** In hundredths. An accusation by weights alone, up to this strength, counts as a complaint. */
const WEAK_ACCUSATION = 55;
/** The same limit for a text that names no person who serves citizens. */
const WEAK_UNNAMED = 65;
const LIKELY_AGAINST_UNNAMED = 0.2;

export const isDanger = (signal: Signal): signal is Danger => (DANGERS as readonly Signal[]).includes(signal);

/**
 * Limits for a danger that only a phrase found.
 * Measured on writers left out of training: loses none of 429 right dangers, removes 25 of 96 false dangers.
 */
const [LIKELY_AGAINST_PHRASE, DANGER_UNLIKELY] = [0.7, 0.05];
/** For these dangers, a missed cry is worse than a false alarm. The numbers are strengths in hundredths. */
const ALWAYS_ANSWERED: Readonly<Partial<Record<Signal, number>>> = {
  "self-harm": 5,
  violence: 0,
  "sexual-coercion": 8,
};
const LIKELY_AGAINST_GRAVE = 0.9;
/** In hundredths. The weights often take a family's story for coercion. */
const WEAK_COERCION = 25;
/** Phrases of these dangers are often figures of speech ("tired of living in this country"). */
const FIGURES: readonly Signal[] = ["self-harm", "violence"];
const LIKELY_NOTHING = 0.9;

/**
 * Limits for a phrase that the weights contradict; `below` is in hundredths.
 * Measured on writers left out of training: loses none of 850 dangers.
 */
const [AGAINST_GRAVE, AGAINST_DANGER] = [
  { below: -50, likely: 0.75 },
  { below: -35, likely: 0.4 },
];
const AGAINST: Readonly<Partial<Record<Signal, { below: number; likely: number }>>> = {
  accusation: { below: -20, likely: 0 },
  "living-said-dead": { below: -25, likely: 0.75 },
};
/** Below this strength (in hundredths), an intent of `SIMILAR_INTENTS` does not protect a phrase of danger. */
const AGAINST_SIMILAR = -45;
/** An intent this likely takes back a weak phrase such as "listed as dead, but alive". */
const LIKELY_AGAINST_DEAD = 0.3;
/** From this likelihood of danger on, the weights take back no phrase of danger. */
const MAYBE_DANGER = 0.2;

/**
 * A likely hoax is no accusation: a stranger who asks for money is no official.
 * Measured on writers left out of training: loses none of 509 accusations.
 */
const LIKELY_HOAX = 0.7;
/** Beside these intents, weak signs of neglect are only a question about care. */
const OF_CARE: readonly string[] = ["ask:neglected", "ask:institutions"];
const [NO_DANGER, STRONG_NEGLECT] = [0.01, 80];

const againstOf = (signal: Signal): { below: number; likely: number } | undefined => {
  if (signal in ALWAYS_ANSWERED) return AGAINST_GRAVE;
  return isDanger(signal) ? AGAINST_DANGER : AGAINST[signal];
};

export const dangerIn = (ranked: Ranked): number => ranked.find(({ label }) => label === "urgent")?.likely ?? 0;

export function isOnlyLike(ranked: Ranked, { signal, strength }: Found): boolean {
  const [best] = ranked;
  if (!best) return false;
  if (signal === "accusation") return best.label === "hoax" && best.likely >= LIKELY_HOAX;
  if (signal !== "neglected" || strength >= STRONG_NEGLECT) return false;
  return OF_CARE.includes(best.label) && dangerIn(ranked) <= NO_DANGER;
}

export function speaksAgainstPhrase(ranked: Ranked, { signal, strength, unnamed }: Found): boolean {
  const [best] = ranked;
  if (!best) return false;
  if (
    signal === "accusation" &&
    unnamed &&
    best.likely >= LIKELY_AGAINST_UNNAMED &&
    !SIMILAR_INTENTS.accusation.includes(best.label)
  )
    return true;
  if (FIGURES.includes(signal) && best.label === "none" && best.likely >= LIKELY_NOTHING)
    return dangerIn(ranked) <= DANGER_UNLIKELY;
  const against = againstOf(signal);
  const isSimilar = SIMILAR_INTENTS[signal].includes(best.label);
  if (best.label === "urgent" || (isDanger(signal) && isSimilar && strength >= AGAINST_SIMILAR)) return false;
  if (signal === "living-said-dead" && !isSimilar && best.label !== "complaint" && strength < 0)
    return best.likely >= LIKELY_AGAINST_DEAD;
  const maybeDanger = isDanger(signal) && dangerIn(ranked) >= MAYBE_DANGER;
  if (against && strength < against.below && best.likely >= against.likely && !maybeDanger) return true;
  if (!isDanger(signal) || signal in ALWAYS_ANSWERED || NOTHING.includes(best.label)) return false;
  return best.likely >= LIKELY_AGAINST_PHRASE && dangerIn(ranked) <= DANGER_UNLIKELY;
}

export function speaksAgainst(ranked: Ranked, { signal, strength, unnamed }: Found): boolean {
  const [best] = ranked;
  const dangerLimit = ALWAYS_ANSWERED[signal];
  if (dangerLimit !== undefined) {
    if (!best || best.label === "urgent") return false;
    if (signal === "sexual-coercion" && strength <= WEAK_COERCION && dangerIn(ranked) <= DANGER_UNLIKELY) return true;
    return strength <= dangerLimit && best.likely >= LIKELY_AGAINST_GRAVE;
  }
  const accusationLimit = unnamed ? WEAK_UNNAMED : WEAK_ACCUSATION;
  if (signal === "accusation" && strength <= accusationLimit && best?.label !== "urgent") return true;
  if (!best || NOTHING.includes(best.label) || SIMILAR_INTENTS[signal].includes(best.label)) return false;
  if (!isDanger(signal)) return best.likely >= LIKELY_AGAINST_BLAME;
  return strength < WEAK_DANGER && best.likely >= LIKELY_AGAINST_DANGER;
}
