/**
 * Row `n` is a text. Its features are at the places `begins[n]` to `begins[n + 1] - 1`:
 * - `at`: the indexes of the features in `names`.
 * - `values`: the values of the features, divided by the text's length.
 */
export type Matrix = {
  names: readonly string[];
  begins: Int32Array;
  at: Int32Array;
  values: Float32Array;
  squares: Float64Array;
};

/** The cost of a wrongly judged example, by its kind. */
export type Pull = { must: number; mustNot: number };

/** The sign of each row: 1 with the signal, -1 without the signal, 0 if unknown. */
export type Signs = readonly (1 | -1 | 0)[];

const SEED = 20_241;
const ROUNDS = 18;
const NEAR_ENOUGH = 0.02;
const LONGEST_LEAVE = 8;
const FEWEST = 3;

type Text = { features: ReadonlyMap<string, number>; square: number };

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

export function numberFeatures(texts: readonly Text[]): Matrix {
  const met = new Map<string, number>();
  const counts: number[] = [];
  const all = texts.reduce((sum, { features }) => sum + features.size, 0);
  const places = new Int32Array(all);
  let told = 0;
  for (const { features } of texts)
    for (const name of features.keys()) {
      const place = met.get(name) ?? met.size;
      if (place === met.size) met.set(name, place);
      counts[place] = (counts[place] ?? 0) + 1;
      places[told++] = place;
    }
  const known = [...met]
    .filter(([, place]) => (counts[place] as number) >= FEWEST)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = new Int32Array(met.size).fill(UNKNOWN);
  for (const [number, [, place]] of known.entries()) numbers[place] = number;
  const rows = openRows(texts.length, all + texts.length);
  told = 0;
  for (const { features, square } of texts) {
    const length = Math.sqrt(square);
    for (const value of features.values()) {
      const number = numbers[places[told++] as number] as number;
      if (number !== UNKNOWN) rows.add(number, value / length);
    }
    rows.add(known.length, 1); // the bias
    rows.end();
  }
  return { names: known.map(([name]) => name), ...rows.all() };
}

const UNKNOWN = -1;

function openRows(rows: number, most: number) {
  const [begins, at, values] = [new Int32Array(rows + 1), new Int32Array(most), new Float32Array(most)];
  const squares = new Float64Array(rows);
  let [row, next] = [0, 0];
  return {
    add(feature: number, value: number): void {
      at[next] = feature;
      values[next] = value;
      squares[row] = (squares[row] as number) + (values[next] as number) * (values[next] as number);
      next += 1;
    },
    end(): void {
      row += 1;
      begins[row] = next;
    },
    all: (): Omit<Matrix, "names"> => ({ begins, at: at.slice(0, next), values: values.slice(0, next), squares }),
  };
}

/**
 * Trains a linear support vector machine with squared hinge loss, by dual coordinate descent. The last weight is the
 * bias. Every machine gets the same numbers.
 */
export function separate({ names, begins, at, values, squares }: Matrix, signs: Signs, pull: Pull): Float64Array {
  const weights = new Float64Array(names.length + 1);
  const alphas = new Float64Array(signs.length);
  const order = Int32Array.from(signs.flatMap((sign, row) => (sign === 0 ? [] : [row])));
  const next = randomNumbers(SEED);
  /**
   * Training seldom visits a row that is far on the right side.
   * - `until`: the row's next round.
   * - `leave`: the rounds between two visits.
   */
  const [until, leave] = [new Uint8Array(signs.length), new Uint8Array(signs.length).fill(1)];
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, next);
    let farthest = 0;
    for (const row of order) {
      if ((until[row] as number) > round) continue;
      const sign = signs[row] as number;
      const slack = 1 / (2 * (sign > 0 ? pull.must : pull.mustNot));
      const alpha = alphas[row] as number;
      const [from, to] = [begins[row] as number, begins[row + 1] as number];
      let dot = 0;
      for (let k = from; k < to; k += 1) dot += (weights[at[k] as number] as number) * (values[k] as number);
      const slope = sign * dot - 1 + slack * alpha;
      const moved = Math.max(alpha - slope / ((squares[row] as number) + slack), 0);
      const step = (moved - alpha) * sign;
      leave[row] = moved === 0 && step === 0 ? Math.min(2 * (leave[row] as number), LONGEST_LEAVE) : 1;
      until[row] = round + (leave[row] as number);
      if (step === 0) continue;
      alphas[row] = moved;
      farthest = Math.max(farthest, Math.abs(slope));
      for (let k = from; k < to; k += 1)
        weights[at[k] as number] = (weights[at[k] as number] as number) + step * (values[k] as number);
    }
    if (farthest < NEAR_ENOUGH) break;
  }
  return weights;
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = next() % (last + 1);
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
