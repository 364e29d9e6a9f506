import type { FeatureReader, Features } from "./features.ts";
import type { Word } from "./words.ts";

/** How much each feature speaks for a signal, in thousandths; `bias` speaks always. */
export type Weights = { bias: number; of: ReadonlyMap<string, number> };

/** Words `from` to `to` (inclusive) that score high enough. */
export type Scored = { from: number; to: number };

/** Longer texts are scored piece by piece, so that one sentence in a long story is not drowned. */
export const WINDOW = 24;
const STEP = 12;

/** Reads `bias<TAB>number` and `feature<TAB>number`. */
export function parseWeights(text: string): Weights {
  const of = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [feature, weight, ...more] = line.split("\t");
    if (!feature || !/^-?\d+$/.test(weight ?? "") || more.length > 0) throw new Error(`not a weight: ${line}`);
    of.set(feature, Number(weight));
  }
  const bias = of.get("bias");
  if (bias === undefined) throw new Error("no bias");
  return { bias, of };
}

/** A text as pieces of at most WINDOW words that overlap by half. */
export function windowsOf(length: number): Scored[] {
  const windows: Scored[] = [];
  for (let from = 0; ; from += STEP) {
    windows.push({ from, to: Math.min(from + WINDOW, length) - 1 });
    if (from + WINDOW >= length) return windows;
  }
}

/** In every length, so that a few words alone say little. */
export const LEAST_LENGTH = 20;

/** The pieces of a text with what is seen of each. */
export function seenIn(words: readonly Word[], reader: FeatureReader): (Scored & { features: Features })[] {
  if (words.length === 0) return [];
  const marked = reader.mark(words);
  return windowsOf(words.length).map(({ from, to }) => ({
    from,
    to,
    features: reader.read(marked.slice(from, to + 1)),
  }));
}

/** The weights of several signals side by side: a feature is looked up once for all of them. */
export type JoinedWeights<Name> = {
  names: readonly Name[];
  bias: readonly number[];
  of: ReadonlyMap<string, Int32Array>;
};

export function joinWeights<Name>(weights: ReadonlyMap<Name, Weights>): JoinedWeights<Name> {
  const names = [...weights.keys()];
  const of = new Map<string, Int32Array>();
  [...weights.values()].forEach((own, place) => {
    for (const [feature, weight] of own.of) {
      const row = of.get(feature) ?? new Int32Array(names.length);
      row[place] = weight;
      of.set(feature, row);
    }
  });
  return { names, bias: [...weights.values()].map(({ bias }) => bias), of };
}

/** How the features speak for each signal: above zero, for it. */
export function scoresOf<Name>(features: Features, { names, bias, of }: JoinedWeights<Name>): Map<Name, number> {
  const sums = new Float64Array(names.length);
  let squares = LEAST_LENGTH;
  for (const [feature, value] of features) {
    squares += value * value;
    const row = of.get(feature);
    if (row)
      for (let place = 0; place < row.length; place += 1) sums[place] = (sums[place] ?? 0) + (row[place] ?? 0) * value;
  }
  const length = Math.sqrt(squares);
  return new Map(names.map((name, place) => [name, (bias[place] ?? 0) + (sums[place] ?? 0) / length]));
}
