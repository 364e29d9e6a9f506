import { openFeatureReader, type Spellings, type Tell } from "./features.ts";
import type { Lexicon } from "./lexicon.ts";

/**
 * Likelihoods from which the model is trusted. `alone`: without the phrases, for each label. `agreed`: if the phrases
 * agree.
 */
export type Sure = { alone: readonly number[]; agreed: number };

/**
 * The model: for each label (an intent, or `ask:TOPIC`) how much each feature speaks for it, in thousandths. `bias` is
 * added to every score. `at` says where the pairs of a feature begin and end in `labelOf` and `weightOf`.
 */
export type Model = {
  labels: readonly string[];
  bias: readonly number[];
  sure: Sure;
  at: ReadonlyMap<string, readonly [from: number, to: number]>;
  labelOf: Uint8Array;
  weightOf: Int16Array;
};

/**
 * A label, its likelihood among all labels (0 to 1), its score, and whether the likelihood is enough to act: alone, or
 * if the phrases agree.
 */
export type Scored = { label: string; likely: number; score: number; trust?: keyof Sure };

/** The scorer adds this to the square of every text's length: a few words alone then say little. */
export const LEAST_LENGTH = 5;
/** How much a lead in the score counts. The value was chosen on messages of writers whom training left out. */
export const SHARPNESS = 5;
const THOUSANDTHS = 1_000;

/** So many labels are ranked. */
const MOST_RANKED = 8;

/** Features, each with its contribution to a label's score. */
type Why = { feature: string; weight: number }[];

export type IntentScorer = {
  /** Returns the likeliest labels, the likeliest first. */
  rank(text: string): Scored[];
  /** Returns the features of a text that count most for or against a label. */
  explain(text: string, label: string, most: number): Why;
};

/** In words: the cache is cleared at this size. So many words cover nearly all that people write. */
const MOST_KNOWN = 4_000;

/** The sum of the weights for each label, and the square of the features' length. */
type Said = { sums: Float64Array; square: number };

/** Opens the linear model. The time grows with the text's length, up to 4,000 characters. */
export function openIntentScorer(model: Model, spellings: Spellings, lexicon: Lexicon): IntentScorer {
  const { read, tellWord } = openFeatureReader(spellings, lexicon);
  const { labels, bias, sure, at, labelOf, weightOf } = model;
  const met = new Map<string, Said>();

  const sayInto =
    (said: Said): Tell =>
    (feature, value) => {
      said.square += value * value;
      const pairs = at.get(feature);
      if (pairs === undefined) return;
      for (let pair = pairs[0]; pair < pairs[1]; pair += 1) {
        const label = labelOf[pair] as number;
        said.sums[label] = (said.sums[label] as number) + (weightOf[pair] as number) * value;
      }
    };

  /** Returns the sums of a word, which are the same at any place. They are computed once. */
  function sayingOf(word: string): Said {
    const known = met.get(word);
    if (known) return known;
    const said = { sums: new Float64Array(labels.length), square: 0 };
    tellWord(word, sayInto(said));
    if (met.size >= MOST_KNOWN) met.clear();
    met.set(word, said);
    return said;
  }

  function listen(text: string): Said {
    const all = { sums: new Float64Array(labels.length), square: LEAST_LENGTH };
    const { words, together } = read(text);
    for (const word of words) {
      const { sums, square } = sayingOf(word);
      all.square += square;
      for (let label = 0; label < sums.length; label += 1)
        all.sums[label] = (all.sums[label] as number) + (sums[label] as number);
    }
    const tell = sayInto(all);
    for (const [feature, value] of together) tell(feature, value);
    return all;
  }

  const lengthOf = ({ square }: Said): number => Math.sqrt(square) * THOUSANDTHS;

  const scores = new Float64Array(labels.length);

  return {
    rank(text) {
      const said = listen(text);
      const length = lengthOf(said);
      let best = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < scores.length; label += 1) {
        const score = (bias[label] as number) / THOUSANDTHS + (said.sums[label] as number) / length;
        scores[label] = score;
        if (score > best) best = score;
      }
      let all = 0;
      for (const score of scores) all += Math.exp(SHARPNESS * (score - best));
      return likeliest(scores).map((at) => {
        const score = scores[at] as number;
        const likely = Math.exp(SHARPNESS * (score - best)) / all;
        return {
          label: labels[at] as string,
          score,
          likely,
          ...trustOf(likely, sure.alone[at] as number, sure.agreed),
        };
      });
    },
    explain(text, label, most) {
      const length = lengthOf(listen(text));
      const wanted = labels.indexOf(label);
      const { words, together } = read(text);
      const features = new Map(together);
      for (const word of words)
        tellWord(word, (name, value) => void features.set(name, (features.get(name) ?? 0) + value));
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

function trustOf(likely: number, alone: number, agreed: number): Pick<Scored, "trust"> {
  if (likely >= alone) return { trust: "alone" };
  return likely >= agreed ? { trust: "agreed" } : {};
}

/**
 * Returns the indexes of the MOST_RANKED largest scores, the largest first. Of equal scores the first index comes
 * first.
 */
function likeliest(scores: Float64Array): number[] {
  const best: number[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] as number;
    let place = best.length;
    while (place > 0 && score > (scores[best[place - 1] as number] as number)) place -= 1;
    if (place >= MOST_RANKED) continue;
    best.splice(place, 0, at);
    if (best.length > MOST_RANKED) best.pop();
  }
  return best;
}
