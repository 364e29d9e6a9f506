import { openFeatureReader, type Spellings } from "./features.ts";

/**
 * What the model knows: for each label (an intent, or `ask:TOPIC`) how much each feature speaks for it, in thousandths.
 * `bias` speaks always; `at` tells where the pairs of a feature begin and end in `labelOf` and `weightOf`.
 */
export type Model = {
  labels: readonly string[];
  bias: readonly number[];
  at: ReadonlyMap<string, readonly [from: number, to: number]>;
  labelOf: Uint8Array;
  weightOf: Int16Array;
};

/** A label, how likely it is among all (0 to 1), and its bare score. */
export type Scored = { label: string; likely: number; score: number };

/** In the square of every length, so that a few words alone say little. */
export const LEAST_LENGTH = 5;
/** How much a lead in the score counts; chosen with writers left out. */
const SHARPNESS = 4;
const THOUSANDTHS = 1_000;

/** Features that decided, with how much each gave the label. */
type Why = { feature: string; weight: number }[];

export type IntentScorer = {
  /** All labels, the likeliest first. */
  rank(text: string): Scored[];
  /** The features of a text that speak most for a label. */
  explain(text: string, label: string, most: number): Why;
};

/** Opens the linear model. The time grows with the text's length up to 4,000 characters and not beyond. */
export function openIntentScorer(model: Model, spellings: Spellings): IntentScorer {
  const featuresOf = openFeatureReader(spellings);
  const { labels, bias, at, labelOf, weightOf } = model;

  const lengthOf = (features: ReadonlyMap<string, number>): number => {
    let square = LEAST_LENGTH;
    for (const value of features.values()) square += value * value;
    return Math.sqrt(square) * THOUSANDTHS;
  };

  return {
    rank(text) {
      const features = featuresOf(text);
      const sums = new Float64Array(labels.length);
      for (const [feature, value] of features) {
        const [from, to] = at.get(feature) ?? [0, 0];
        for (let pair = from; pair < to; pair += 1) {
          const label = labelOf[pair] as number;
          sums[label] = (sums[label] as number) + (weightOf[pair] as number) * value;
        }
      }
      const length = lengthOf(features);
      const scores = labels.map((label, one) => ({
        label,
        score: (bias[one] as number) / THOUSANDTHS + (sums[one] as number) / length,
      }));
      const best = Math.max(...scores.map(({ score }) => score));
      const shares = scores.map(({ score }) => Math.exp(SHARPNESS * (score - best)));
      const all = shares.reduce((sum, share) => sum + share, 0);
      return scores
        .map((one, index) => ({ ...one, likely: (shares[index] as number) / all }))
        .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
    },
    explain(text, label, most) {
      const features = featuresOf(text);
      const length = lengthOf(features);
      const wanted = labels.indexOf(label);
      return [...features]
        .flatMap(([feature, value]) => {
          const [from, to] = at.get(feature) ?? [0, 0];
          for (let pair = from; pair < to; pair += 1)
            if (labelOf[pair] === wanted) return [{ feature, weight: ((weightOf[pair] as number) * value) / length }];
          return [];
        })
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, most);
    },
  };
}
