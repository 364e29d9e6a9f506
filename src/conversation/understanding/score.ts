import type { Words } from "../../words/words.ts";
import { openFeatureReader, type Spellings, type Tell } from "./features.ts";
import type { Lexicon } from "./lexicon.ts";

/** From these likelihoods on, the service trusts the model: alone, or if the phrases agree. */
export type Sure = { alone: readonly number[]; agreed: number };

/** `bias` and `weightOf` are in thousandths. `at`: the range of a feature's pairs in `labelOf` and `weightOf`. */
export type Model = {
  labels: readonly string[];
  bias: readonly number[];
  sure: Sure;
  at: ReadonlyMap<string, readonly [from: number, to: number]>;
  labelOf: Uint8Array;
  weightOf: Int16Array;
};

export type Scored = { label: string; likely: number; score: number; trust?: keyof Sure };

/** Because of this number, a text of few words has low scores. */
export const ADDED_SQUARE = 5;
/** We chose this value on messages outside the training data. */
export const SHARPNESS = 5;
const THOUSANDTHS = 1_000;

const MOST_RANKED = 8;

type Why = { feature: string; weight: number }[];

export type IntentScorer = {
  rank(text: string): Scored[];
  explain(text: string, label: string, most: number): Why;
};

const MOST_KNOWN = 4_000;

type Sums = { sums: Float64Array; square: number };

export function openIntentScorer(
  model: Model,
  spellings: Spellings,
  lexicon: Lexicon,
  readings: Words["readings"],
): IntentScorer {
  const { read, tellWord } = openFeatureReader(spellings, lexicon, readings);
  const { labels, bias, sure, at, labelOf, weightOf } = model;
  const known = new Map<string, Sums>();

  const addInto =
    (total: Sums): Tell =>
    (feature, value) => {
      total.square += value * value;
      const pairs = at.get(feature);
      if (pairs === undefined) return;
      for (let pair = pairs[0]; pair < pairs[1]; pair += 1) {
        const label = labelOf[pair] as number;
        total.sums[label] = (total.sums[label] as number) + (weightOf[pair] as number) * value;
      }
    };

  function sumsOf(word: string): Sums {
    const before = known.get(word);
    if (before) return before;
    const total = { sums: new Float64Array(labels.length), square: 0 };
    tellWord(word, addInto(total));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, total);
    return total;
  }

  function sumText(text: string): Sums {
    const all = { sums: new Float64Array(labels.length), square: ADDED_SQUARE };
    const { words, together } = read(text);
    for (const word of words) {
      const { sums, square } = sumsOf(word);
      all.square += square;
      for (let label = 0; label < sums.length; label += 1)
        all.sums[label] = (all.sums[label] as number) + (sums[label] as number);
    }
    const tell = addInto(all);
    for (const [feature, value] of together) tell(feature, value);
    return all;
  }

  const normOf = ({ square }: Sums): number => Math.sqrt(square) * THOUSANDTHS;

  const scores = new Float64Array(labels.length);

  return {
    rank(text) {
      const total = sumText(text);
      const norm = normOf(total);
      let best = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < scores.length; label += 1) {
        const score = (bias[label] as number) / THOUSANDTHS + (total.sums[label] as number) / norm;
        scores[label] = score;
        if (score > best) best = score;
      }
      let all = 0;
      for (const score of scores) all += Math.exp(SHARPNESS * (score - best));
      return likeliest(scores).map((label) => {
        const score = scores[label] as number;
        const likely = Math.exp(SHARPNESS * (score - best)) / all;
        return {
          label: labels[label] as string,
          score,
          likely,
          ...trustOf(likely, sure.alone[label] as number, sure.agreed),
        };
      });
    },
    explain(text, label, most) {
      const norm = normOf(sumText(text));
      const wanted = labels.indexOf(label);
      const { words, together } = read(text);
      const features = new Map(together);
      for (const word of words)
        tellWord(word, (name, value) => void features.set(name, (features.get(name) ?? 0) + value));
      return [...features]
        .flatMap(([feature, value]) => {
          const [from, to] = at.get(feature) ?? [0, 0];
          for (let pair = from; pair < to; pair += 1)
            if (labelOf[pair] === wanted) return [{ feature, weight: ((weightOf[pair] as number) * value) / norm }];
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
