/** The features of one piece of a text, each with its weight, and the piece's length. */
type Row = { at: readonly number[]; values: readonly number[] };

/** The same with numbers in place of the features' names. */
export type Matrix = { names: readonly string[]; rows: readonly Row[] };

/** How hard the two kinds of example pull. */
export type Pull = { must: number; mustNot: number };

/** Whether the rows speak for a signal: 1, -1, or 0 for rows that say nothing about it. */
export type Signs = readonly (1 | -1 | 0)[];

const SEED = 20_241;
const ROUNDS = 30;
/** A feature of fewer examples says nothing. */
const FEWEST = 3;

/** Numbers the features that enough texts have; `least` is in the square of every length. */
export function numberFeatures(texts: readonly ReadonlyMap<string, number>[], least: number): Matrix {
  const counted = new Map<string, number>();
  for (const text of texts) for (const name of text.keys()) counted.set(name, (counted.get(name) ?? 0) + 1);
  const names = [...counted]
    .filter(([, count]) => count >= FEWEST)
    .map(([name]) => name)
    .sort();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = texts.map((text) => {
    const length = Math.sqrt([...text.values()].reduce((sum, value) => sum + value * value, least));
    const known = [...text].filter(([name]) => indexOf.has(name));
    return {
      at: [...known.map(([name]) => indexOf.get(name) as number), names.length], // the last is the bias
      values: [...known.map(([, value]) => value / length), 1],
    };
  });
  return { names, rows };
}

/**
 * Weights that part the rows with the widest margin (a linear support vector machine with squared hinge loss, by dual
 * coordinate descent). Only sums, products and roots: the same numbers on every machine. The last is the bias.
 */
export function separate({ names, rows }: Matrix, signs: Signs, pull: Pull): Float64Array {
  const asked = rows.flatMap(({ at, values }, index) => {
    const sign = signs[index] ?? 0;
    if (sign === 0) return [];
    const slack = 1 / (2 * (sign > 0 ? pull.must : pull.mustNot));
    const length = values.reduce((sum, value) => sum + value * value, slack);
    return [{ at: Int32Array.from(at), values: Float64Array.from(values), sign, slack, length }];
  });
  const weights = new Float64Array(names.length + 1);
  const alphas = new Float64Array(asked.length);
  const order = asked.map((_, index) => index);
  const next = randomNumbers(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = next() % (last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    for (const index of order) {
      const { at, values, sign, slack, length } = asked[index] as (typeof asked)[number];
      const alpha = alphas[index] as number;
      let dot = 0;
      for (let k = 0; k < at.length; k += 1) dot += (weights[at[k] as number] as number) * (values[k] as number);
      const moved = Math.max(alpha - (sign * dot - 1 + slack * alpha) / length, 0);
      const step = (moved - alpha) * sign;
      alphas[index] = moved;
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
