/** The numbers of the features of one text, and their values divided by the text's length. */
type Row = { at: Int32Array; values: Float64Array };

/** The rows of all texts, with the names of their features. */
export type Matrix = { names: readonly string[]; rows: readonly Row[] };

/** How much a wrongly judged example of each kind costs. */
export type Pull = { must: number; mustNot: number };

/** Whether the rows speak for a signal: 1, -1, or 0 for rows that say nothing about it. */
export type Signs = readonly (1 | -1 | 0)[];

const SEED = 20_241;
const ROUNDS = 30;
/** In rounds: each row is looked at again at the latest after so many. */
const LONGEST_LEAVE = 8;
/** A feature that fewer examples have is left out. */
const FEWEST = 3;

/** The features of a text with their values, and the square of their length. */
type Text = { features: ReadonlyMap<string, number>; square: number };

/** Collects the features of a text; a feature that is told twice counts twice. */
export function openText(least: number): Text & { tell(name: string, value: number): void } {
  const features = new Map<string, number>();
  const text = {
    features,
    square: least,
    tell(name: string, value: number) {
      text.square += value * value;
      features.set(name, (features.get(name) ?? 0) + value);
    },
  };
  return text;
}

/** Gives a number to each feature that enough texts have. */
export function numberFeatures(texts: readonly Text[]): Matrix {
  const counted = new Map<string, number>();
  for (const { features } of texts) for (const name of features.keys()) counted.set(name, (counted.get(name) ?? 0) + 1);
  const names = [...counted]
    .filter(([, count]) => count >= FEWEST)
    .map(([name]) => name)
    .sort();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = texts.map(({ features, square }) => {
    const length = Math.sqrt(square);
    const known = [...features].filter(([name]) => indexOf.has(name));
    return {
      at: Int32Array.from([...known.map(([name]) => indexOf.get(name) as number), names.length]), // the last is the bias
      values: Float64Array.from([...known.map(([, value]) => value / length), 1]),
    };
  });
  return { names, rows };
}

/**
 * Returns the weights that separate the rows with the widest margin (a linear support vector machine with squared hinge
 * loss, by dual coordinate descent). It computes only sums, products and roots, so every machine gives the same
 * numbers. The last weight is the bias.
 */
export function separate({ names, rows }: Matrix, signs: Signs, pull: Pull): Float64Array {
  const asked = rows.flatMap(({ at, values }, index) => {
    const sign = signs[index] ?? 0;
    if (sign === 0) return [];
    const slack = 1 / (2 * (sign > 0 ? pull.must : pull.mustNot));
    const length = values.reduce((sum, value) => sum + value * value, slack);
    return [{ at, values, sign, slack, length }];
  });
  const weights = new Float64Array(names.length + 1);
  const alphas = new Float64Array(asked.length);
  const order = asked.map((_, index) => index);
  const next = randomNumbers(SEED);
  /** Rows far on their own side are looked at less and less often: the round until which a row is skipped, and for how many rounds. */
  const [until, leave] = [new Uint8Array(asked.length), new Uint8Array(asked.length).fill(1)];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = next() % (last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    for (const index of order) {
      if ((until[index] as number) > round) continue;
      const { at, values, sign, slack, length } = asked[index] as (typeof asked)[number];
      const alpha = alphas[index] as number;
      let dot = 0;
      for (let k = 0; k < at.length; k += 1) dot += (weights[at[k] as number] as number) * (values[k] as number);
      const moved = Math.max(alpha - (sign * dot - 1 + slack * alpha) / length, 0);
      const step = (moved - alpha) * sign;
      alphas[index] = moved;
      leave[index] = moved === 0 && step === 0 ? Math.min(2 * (leave[index] as number), LONGEST_LEAVE) : 1;
      until[index] = round + (leave[index] as number);
      if (step !== 0)
        for (let k = 0; k < at.length; k += 1)
          weights[at[k] as number] = (weights[at[k] as number] as number) + step * (values[k] as number);
    }
  }
  return weights;
}

/** A linear congruential generator: the same numbers from the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
