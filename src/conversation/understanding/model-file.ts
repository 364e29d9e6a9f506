import { nthLargest } from "./nth-largest.ts";
import type { Model, Sure } from "./score.ts";

/**
 * The file begins with five lines:
 * - `labels<TAB>NAME ...`
 * - `bias<TAB>thousandths ...`, one for each label.
 * - `sure<TAB>hundredths ...`, one for each label.
 * - `agreed<TAB>hundredths`
 * - `most<TAB>thousandths`: the largest weight.
 *
 * Each further line is a feature, `name<TAB>pairs`:
 * - The first character of a name counts the letters that it shares with the name before.
 * - A pair has two characters: the index of a label, and a step from -46 to 46.
 * - A feature with pairs for most labels has `~`, and then the step for every label.
 * - A weight grows with the square of its step.
 */
const FIRST_SIGN = "!".charCodeAt(0);
const STEPS = 46;
const HUNDREDTHS = 100;
const ALL_LABELS = "~";
/** A larger count does not fit into one character. */
const MOST_SHARED = 90;
const HEADS = ["labels", "bias", "sure", "agreed", "most"];

const weightOfStep = (step: number, most: number): number => Math.round(Math.sign(step) * (step / STEPS) ** 2 * most);
const stepOfWeight = (weight: number, most: number): number =>
  Math.sign(weight) * Math.round(STEPS * Math.sqrt(Math.min(1, Math.abs(weight) / most)));

/** Throws an Error if the file has another form. */
export function parseModel(text: string): Model {
  const [labels, bias, sure, agreed, most, ...features] = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      const [name = "", value, ...more] = line.split("\t");
      if (name === "" || value === undefined || more.length > 0) throw new Error(`line ${index + 1} is no weight`);
      return { name, value };
    });
  const heads = [labels, bias, sure, agreed, most].map((line) => line?.name);
  if (!labels || !bias || !sure || !agreed || !most || heads.join() !== HEADS.join())
    throw new Error(`the first lines are ${HEADS.join(", ")}`);
  const names = labels.value.split(" ");
  const biases = bias.value.split(" ").map(Number);
  if (biases.length !== names.length || !biases.every(Number.isInteger)) throw new Error("a label needs a bias each");
  const alone = sure.value.split(" ").map((hundredths) => Number(hundredths) / HUNDREDTHS);
  if (alone.length !== names.length || !alone.every((one) => one > 0)) throw new Error("a label needs a trust each");
  const weights = Array.from({ length: 2 * STEPS + 1 }, (_, at) => weightOfStep(at - STEPS, Number(most.value)));
  const weightAt = (value: string, sign: number): number => weights[value.charCodeAt(sign) - FIRST_SIGN] as number;
  const pairs = features.reduce((sum, { value }) => sum + (isRow(value) ? names.length : value.length / 2), 0);
  const [labelOf, weightOf] = [new Uint8Array(pairs), new Int16Array(pairs)];
  const at = new Map<string, readonly [number, number]>();
  let next = 0;
  let before = "";
  for (const { name: written, value } of features) {
    const from = next;
    const name = before.slice(0, written.charCodeAt(0) - FIRST_SIGN) + written.slice(1);
    const tell = (label: number, weight: number): void => {
      labelOf[next] = label;
      weightOf[next] = weight;
      next += 1;
    };
    if (isRow(value)) for (let label = 0; label < names.length; label += 1) tell(label, weightAt(value, 1 + label));
    else
      for (let sign = 0; sign < value.length; sign += 2)
        tell(value.charCodeAt(sign) - FIRST_SIGN, weightAt(value, sign + 1));
    at.set(name, [from, next]);
    before = name;
  }
  return {
    labels: names,
    bias: biases,
    sure: { alone, agreed: Number(agreed.value) / HUNDREDTHS },
    at,
    labelOf,
    weightOf,
  };
}

/** The last of `weights` is the bias. */
export type Column = { label: string; weights: ArrayLike<number> };

/** `carried` has the sum of the squares of each feature's values. */
export type Features = { names: readonly string[]; carried: ArrayLike<number> };

/** More pairs enlarge the file and hardly improve the model. */
const MOST_PAIRS = 205_000;
const LARGEST = 20;
const THOUSANDTHS = 1_000;

const isRow = (value: string): boolean => value.startsWith(ALL_LABELS);
const hundredthsOf = (likely: number): number => Math.round(likely * HUNDREDTHS);

/** The same weights make the same bytes. */
export function writeModel({ names, carried }: Features, columns: readonly Column[], { alone, agreed }: Sure): string {
  const reach = names.map((_, at) => Math.sqrt(carried[at] as number));
  const countsOf = (weight: number, at: number): number => Math.abs(weight) * (reach[at] as number);
  const least = sizeAt(names.length, columns, MOST_PAIRS, countsOf);
  const most = Math.round((sizeAt(names.length, columns, LARGEST, Math.abs) || 1) * THOUSANDTHS);
  const signOf = (weight: number): string =>
    String.fromCharCode(FIRST_SIGN + STEPS + stepOfWeight(weight * THOUSANDTHS, most));
  const nothing = signOf(0);
  function pairsOf(at: number): string {
    const signs = columns.map(({ weights }) => signOf(weights[at] as number));
    const pairs = columns.flatMap(({ weights }, label) => {
      const sign = signs[label] as string;
      return sign !== nothing && countsOf(weights[at] as number, at) > least
        ? [`${String.fromCharCode(FIRST_SIGN + label)}${sign}`]
        : [];
    });
    return 2 * pairs.length > columns.length + 1 ? `${ALL_LABELS}${signs.join("")}` : pairs.join("");
  }
  let before = "";
  const features = names.flatMap((name, at) => {
    const value = pairsOf(at);
    if (value === "") return [];
    const written = withoutShared(name, before);
    before = name;
    return [[written, value] as const];
  });
  const lines = [
    ["labels", columns.map(({ label }) => label).join(" ")],
    ["bias", columns.map(({ weights }) => Math.round((weights[names.length] as number) * THOUSANDTHS)).join(" ")],
    ["sure", alone.map(hundredthsOf).join(" ")],
    ["agreed", String(hundredthsOf(agreed))],
    ["most", String(most)],
    ...features,
  ];
  return `${lines.map(([name, value]) => `${name}\t${value}`).join("\n")}\n`;
}

function sizeAt(
  features: number,
  columns: readonly Column[],
  place: number,
  sizeOf: (weight: number, at: number) => number,
): number {
  const sizes = new Float64Array(features * columns.length);
  for (const [label, { weights }] of columns.entries())
    for (let at = 0; at < features; at += 1) sizes[label * features + at] = sizeOf(weights[at] as number, at);
  return nthLargest(sizes, place);
}

function withoutShared(name: string, before: string): string {
  let shared = 0;
  while (shared < MOST_SHARED && shared < name.length && name[shared] === before[shared]) shared += 1;
  return String.fromCharCode(FIRST_SIGN + shared) + name.slice(shared);
}
