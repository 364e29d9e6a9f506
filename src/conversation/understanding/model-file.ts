import type { Model, Sure } from "./score.ts";

/**
 * The file of the model: `labels<TAB>NAME ...`, `bias<TAB>thousandths ...`, `sure<TAB>hundredths ...`
 * (from where on a label is trusted alone), `agreed<TAB>hundredths` (from where on when the phrases say the same), `most<TAB>thousandths`, and then a line a feature, `feature<TAB>pairs`: two signs a pair, the first names the label by its place, the second how much the
 * feature speaks for it. The second is a step from -46 to 46; the steps grow by their square up to `most`, so that small
 * weights are told apart as well as large ones.
 */
const FIRST_SIGN = "!".charCodeAt(0);
const STEPS = 46;
const HUNDREDTHS = 100;
const HEADS = ["labels", "bias", "sure", "agreed", "most"];

const weightOfStep = (step: number, most: number): number => Math.round(Math.sign(step) * (step / STEPS) ** 2 * most);
const stepOfWeight = (weight: number, most: number): number =>
  Math.sign(weight) * Math.round(STEPS * Math.sqrt(Math.min(1, Math.abs(weight) / most)));

/** Reads the file. Throws where it is not one, with the line's number. */
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
  const pairs = features.reduce((sum, { value }) => sum + value.length / 2, 0);
  const [labelOf, weightOf] = [new Uint8Array(pairs), new Int16Array(pairs)];
  const at = new Map<string, readonly [number, number]>();
  let next = 0;
  for (const { name, value } of features) {
    const from = next;
    for (let sign = 0; sign < value.length; sign += 2) {
      labelOf[next] = value.charCodeAt(sign) - FIRST_SIGN;
      weightOf[next] = weights[value.charCodeAt(sign + 1) - FIRST_SIGN] as number;
      next += 1;
    }
    at.set(name, [from, next]);
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

/** What training found for one label; the last weight is the bias. */
export type Column = { label: string; weights: ArrayLike<number> };

/** So many pairs decide nearly everything; more would make the file larger and the reader hardly better. */
const MOST_PAIRS = 132_000;
/** The few largest weights are cut off at the size of this one. */
const LARGEST = 20;
const THOUSANDTHS = 1_000;

const hundredthsOf = (likely: number): number => Math.round(likely * HUNDREDTHS);

/** Writes the file; the same weights make the same bytes. */
export function writeModel(names: readonly string[], columns: readonly Column[], { alone, agreed }: Sure): string {
  const sizes = columns
    .flatMap(({ weights }) => names.map((_, at) => Math.abs(weights[at] as number)))
    .sort((a, b) => b - a);
  const least = sizes[MOST_PAIRS] ?? 0;
  const most = Math.round((sizes[LARGEST] ?? 1) * THOUSANDTHS);
  const pairsOf = (at: number): string =>
    columns
      .map(({ weights }, label) => ({ label, weight: weights[at] as number }))
      .filter(({ weight }) => Math.abs(weight) > least)
      .map(({ label, weight }) => ({ label, step: stepOfWeight(weight * THOUSANDTHS, most) }))
      .filter(({ step }) => step !== 0)
      .map(({ label, step }) => String.fromCharCode(FIRST_SIGN + label, FIRST_SIGN + STEPS + step))
      .join("");
  const lines = [
    ["labels", columns.map(({ label }) => label).join(" ")],
    ["bias", columns.map(({ weights }) => Math.round((weights[names.length] as number) * THOUSANDTHS)).join(" ")],
    ["sure", alone.map(hundredthsOf).join(" ")],
    ["agreed", String(hundredthsOf(agreed))],
    ["most", String(most)],
    ...names.map((name, at) => [name, pairsOf(at)] as const).filter(([, pairs]) => pairs !== ""),
  ];
  return `${lines.map(([name, value]) => `${name}\t${value}`).join("\n")}\n`;
}
