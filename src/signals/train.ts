import type { Features } from "./features.ts";
import { LEAST_LENGTH } from "./scorer.ts";

/** One example: what is seen of it, and whether it must or must not fire. */
export type Example = { features: Features; must: boolean };

/** How hard the two kinds of example pull; what must fire pulls harder. */
export type Pull = { must: number; mustNot: number; lean: number };

const SEED = 20_241;
const ROUNDS = 30;
const THOUSANDTHS = 1_000;
/** A feature of fewer examples says nothing. */
const FEWEST = 3;
/** A smaller weight, in thousandths, decides nothing. */
const SMALLEST = 8;

/**
 * Weights that part the examples with the widest margin (a linear support vector machine with squared hinge loss, by
 * dual coordinate descent). Only sums, products and roots: the same bytes on every machine. `lean` moves the border.
 */
export function trainWeights(examples: readonly Example[], pull: Pull): string {
  const counted = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counted.set(name, (counted.get(name) ?? 0) + 1);
  const names = [...counted]
    .filter(([, count]) => count >= FEWEST)
    .map(([name]) => name)
    .sort();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ features, must }) => {
    const norm = Math.sqrt([...features.values()].reduce((sum, value) => sum + value * value, LEAST_LENGTH));
    const at: number[] = [];
    const values: number[] = [];
    for (const [name, value] of features) {
      const index = indexOf.get(name);
      if (index !== undefined) {
        at.push(index);
        values.push(value / norm);
      }
    }
    at.push(names.length); // the bias
    values.push(1);
    const sign = must ? 1 : -1;
    const slack = 1 / (2 * (must ? pull.must : pull.mustNot));
    return { at, values, sign, slack, length: values.reduce((sum, value) => sum + value * value, slack) };
  });
  const weights = new Float64Array(names.length + 1);
  const alphas = new Float64Array(rows.length);
  const order = rows.map((_, index) => index);
  const next = randomNumbers(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = next() % (last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    for (const index of order) {
      const { at, values, sign, slack, length } = rows[index] as (typeof rows)[number];
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
  const bias = Math.round((weights[names.length] as number) * THOUSANDTHS) + pull.lean;
  const lines = names.flatMap((name, index) => {
    const weight = Math.round((weights[index] as number) * THOUSANDTHS);
    return Math.abs(weight) < SMALLEST ? [] : [`${name}\t${weight}`];
  });
  return `${[`bias\t${bias}`, ...lines].join("\n")}\n`;
}

/** A linear congruential generator: the same numbers from the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
