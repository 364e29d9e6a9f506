import type { Signal } from "./signal-names.ts";

/**
 * A weight says, in hundredths, how much a feature speaks for a signal.
 * - `least`: a text with fewer words gives no signal.
 * - `veto`: a score this far below 0 takes back phrases.
 */
export type Weights = {
  signals: readonly Signal[];
  bias: readonly number[];
  least: readonly number[];
  veto: readonly number[];
  at: ReadonlyMap<string, number>;
  numbers: Int16Array;
};

const NO_WEIGHTS = "signals\t\nleast\t\nveto\t\nbias\t\n";

/**
 * Reads lines `signals<TAB>NAME ...`, `least<TAB>words ...`, `veto<TAB>number ...`, `bias<TAB>number ...`, and below
 * them `feature<TAB>number ...`.
 */
export function parseWeights(text: string = NO_WEIGHTS): Weights {
  const [signals, least, veto, bias, ...features] = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [name = "", value = "", ...more] = line.split("\t");
      if (name === "" || more.length > 0) throw new Error(`not a weight: ${line}`);
      return { name, fields: value.split(" ").filter((field) => field !== "") };
    });
  if (signals?.name !== "signals" || least?.name !== "least" || veto?.name !== "veto" || bias?.name !== "bias")
    throw new Error("the first lines are signals, least, veto and bias");
  const names = signals.fields as Signal[];
  const numbersOf = ({ name, fields }: { name: string; fields: string[] }): number[] => {
    const numbers = fields.map(Number);
    if (numbers.length !== names.length || !numbers.every(Number.isInteger)) throw new Error(`not a weight: ${name}`);
    return numbers;
  };
  return {
    signals: names,
    least: numbersOf(least),
    veto: numbersOf(veto),
    bias: numbersOf(bias),
    at: new Map(features.map(({ name }, index) => [name, index * names.length])),
    numbers: Int16Array.from(features.flatMap(numbersOf)),
  };
}

type Column = { signal: Signal; least: number; lean: number; veto: number; weights: ArrayLike<number> };

const HUNDREDTHS = 100;
/** More features would not improve the reader much. */
const MOST_FEATURES = 15_000;
const SMALLEST = 2;

export function writeWeights(names: readonly string[], columns: readonly Column[]): string {
  const whole = (column: Column, index: number): number => Math.round((column.weights[index] as number) * HUNDREDTHS);
  const features = names
    .map((name, index) => {
      const numbers = columns.map((column) => whole(column, index)).map((one) => (Math.abs(one) < SMALLEST ? 0 : one));
      return { name, numbers, most: Math.max(...numbers.map(Math.abs)) };
    })
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_FEATURES)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = [
    ["signals", columns.map(({ signal }) => signal)],
    ["least", columns.map(({ least }) => least)],
    ["veto", columns.map(({ veto }) => veto)],
    ["bias", columns.map((column) => whole(column, names.length) + column.lean)],
    ...features.map(({ name, numbers }) => [name, numbers] as const),
  ] as const;
  return `${lines.map(([name, fields]) => `${name}\t${fields.join(" ")}`).join("\n")}\n`;
}
