import { type Piece, SCORED } from "./scorer.ts";
import { dangerIn, isDanger, type Ranked } from "./second-opinion.ts";
import type { Signal } from "./signal-names.ts";

/**
 * A signal that only phrases found, or only the weights. `strength`: what the weights say about it, in hundredths.
 * `isApart`: phrases found it in several places of the text.
 */
export type Lone = { signal: Signal; by: "phrases" | "weights"; isApart: boolean; strength?: number };

type Found = Piece & { signal: Signal; phrase: string; strength?: number; sure?: true };

/** Returns a signal that only phrases found, or only the weights; `undefined` if both did, or if a phrase is sure. */
export function loneIn(found: readonly Found[], signal: Signal): Lone | undefined {
  const own = found.filter((one) => one.signal === signal);
  const byWeights = own.some(({ phrase }) => phrase === SCORED);
  const byPhrases = own.some(({ phrase }) => phrase !== SCORED);
  if (byWeights === byPhrases || own.some(({ sure }) => sure)) return undefined;
  const strengths = own.flatMap(({ strength }) => strength ?? []);
  return {
    signal,
    by: byWeights ? "weights" : "phrases",
    isApart: own.some(({ to }) => own.some(({ from }) => from > to)),
    ...(strengths.length > 0 ? { strength: Math.max(...strengths) } : {}),
  };
}

/** The gravest dangers, of which people tell in the fewest words. */
const GRAVEST: readonly Signal[] = ["violence", "sexual-coercion", "self-harm"];

/**
 * A danger that only the weights found needs corroboration below this strength (in hundredths): the model of intents
 * must see danger with at least this likelihood.
 */
const BY_WEIGHTS = { below: 50, likely: 0.06 };
/**
 * The weights alone need this strength (in hundredths) for one of the gravest dangers if danger is the likeliest intent
 * but less likely than `unsure`, or if another intent is at least as likely as `likely`. Victims often write as if they
 * only complained, so a complaint is no such intent.
 */
const BESIDE_INTENT = { least: 20, unsure: 0.5, likely: 0.5 };
/**
 * If the weights speak against a phrase of danger with less than this strength (in hundredths), the model of intents
 * must see danger with at least this likelihood. If they say nothing, because the text is short or has too many unknown
 * words, the phrase needs no corroboration. Phrases of the gravest dangers in several places corroborate each other.
 */
const BY_PHRASES = [
  { below: -50, likely: 0.3 },
  { below: -15, likely: 0.05 },
];
const BY_PHRASES_OF_GRAVEST = [{ below: 0, likely: 0.1 }];

/**
 * Whether a danger is offered as one of several matters, and not answered as an alarm. This is a danger that either
 * only a phrase or only the weights found, and in which the model of intents sees hardly any danger.
 *
 * With writers left out, this takes back four of 805 grave messages that were heard, and 32 of 231 false signals.
 */
export function needsCorroboration(ranked: Ranked, { signal, by, isApart, strength }: Lone): boolean {
  const [best] = ranked;
  if (!isDanger(signal) || !best || strength === undefined) return false;
  const isGravest = GRAVEST.includes(signal);
  if (by === "weights" && isGravest && strength < BESIDE_INTENT.least && isOtherwise(best)) return true;
  if (best.label === "urgent") return false;
  const danger = dangerIn(ranked);
  if (by === "weights") return strength < BY_WEIGHTS.below && danger < BY_WEIGHTS.likely;
  if (isGravest && isApart) return false;
  const least = isGravest ? BY_PHRASES_OF_GRAVEST : BY_PHRASES;
  return least.some(({ below, likely }) => strength < below && danger < likely);
}

function isOtherwise({ label, likely }: Ranked[number]): boolean {
  if (label === "urgent") return likely < BESIDE_INTENT.unsure;
  return label !== "complaint" && likely >= BESIDE_INTENT.likely;
}
