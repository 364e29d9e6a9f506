import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openFeatureReader } from "./conversation/understanding/features.ts";
import { openRules } from "./conversation/understanding/intent-rules.ts";
import { isIntent } from "./conversation/understanding/intents.ts";
import { type Column, type Features, parseModel, writeModel } from "./conversation/understanding/model-file.ts";
import { ADDED_SQUARE, openIntentScorer, type Sure } from "./conversation/understanding/score.ts";
import { loadRules, openLexicon, openSpellings } from "./intent-model.ts";
import { chooseSure } from "./intent-trust.ts";
import { makeUpOf } from "./make-up.ts";
import { examplesFolder } from "./signal-tables.ts";
import { splitRows } from "./signals/table-rows.ts";
import { type Matrix, numberFeatures, openText, type Pull, type Signs, separate } from "./signals/train.ts";
import { isTopic } from "./vocabulary/lists.ts";
import { openWords } from "./word-files.ts";

/**
 * - `right`: the labels that the model must find.
 * - `also`: other right labels, which training ignores.
 */
export type Example = { right: string[]; also: string[]; language: string; writer: string; text: string };

const PULL: Pull = { must: 4, mustNot: 1 };

const LABELS_READ_AS: Record<string, string> = {
  none: "none",
  mood: "none",
  withdraw: "ask:leave-list",
  reply: "reply",
  "urgent:living-dead": "listed-dead",
  "urgent:accusation": "complaint",
  "urgent:fear": "complaint",
};

function labelsOf(name: string): string[] {
  const read = LABELS_READ_AS[name];
  if (read) return [read];
  if (name === "urgent:neglected") return ["urgent", "ask:neglected"];
  if (name.startsWith("urgent:")) return ["urgent"];
  const topic = name.startsWith("ask:") ? name.slice("ask:".length) : undefined;
  const isKnown = topic === undefined ? isIntent(name) : isTopic(topic);
  if (!isKnown) throw new Error(`no such label: ${name}`);
  return [name];
}

const labelsIn = (names: string): string[] => names.split("+").flatMap(labelsOf);

/** Reads lines `right+right,also,also+also<TAB>language<TAB>writer<TAB>message`. Throws an Error for any other line. */
export function parseExamples(text: string): Example[] {
  return splitRows(text).map(([labels = "", language, writer, message, ...more]) => {
    const [right = "", ...also] = labels.split(",");
    if (!language || !writer || !message || more.length > 0) throw new Error(`not an example: ${labels}`);
    return {
      right: labelsIn(right),
      also: also.flatMap(labelsIn),
      language,
      writer,
      text: message,
    };
  });
}

export function loadExamples(locales: string): Example[] {
  const folder = examplesFolder(locales);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) => parseExamples(readFileSync(join(folder, name), "utf8")));
}

const signOf = ({ right, also }: Example, label: string): Signs[number] => {
  if (right.includes(label)) return 1;
  return also.includes(label) ? 0 : -1;
};

/** Reads features as the scorer does. */
export function readExamples(locales: string, examples: readonly Example[]): Matrix {
  const { read, tellWord } = openFeatureReader(
    openSpellings(locales),
    openLexicon(locales),
    openWords(locales).readings,
  );
  const texts = examples.map(({ text }) => {
    const told = openText(ADDED_SQUARE);
    const { words, together } = read(text);
    for (const word of words) tellWord(word, told.tell);
    for (const [name, value] of together) told.tell(name, value);
    return told;
  });
  return numberFeatures(texts);
}

type IsLeftOut = (example: Example) => boolean;

const unsure = (labels: readonly unknown[]): Sure => ({ alone: labels.map(() => 1), agreed: 1 });

/** The same examples give the same bytes. */
export function trainIntents(locales: string, examples: readonly Example[]): string {
  const matrix = readExamples(locales, examples);
  const [spellings, lexicon] = [openSpellings(locales), openLexicon(locales)];
  const words = openWords(locales);
  const lesson = readRarer(matrix);
  const columns = separateLabels(lesson, examples);
  const labels = columns.map(({ label }) => label);
  const byPhrases = { words, rulesIn: openRules(loadRules(locales, words)) };
  const sure = chooseSure(examples, labels, byPhrases, (isLeftOut) => {
    const model = parseModel(
      writeModel(featuresOf(matrix), separateLabels(lesson, examples, isLeftOut), unsure(labels)),
    );
    return openIntentScorer(model, spellings, lexicon, words.readings).rank;
  });
  return writeModel(featuresOf(matrix), columns, sure);
}

export function trainWithout(matrix: Matrix, examples: readonly Example[], isLeftOut: IsLeftOut, sure: Sure): string {
  return writeModel(featuresOf(matrix), separateLabels(readRarer(matrix), examples, isLeftOut), sure);
}

type Rarer = { matrix: Matrix; rarity: Float64Array };

/** The factor is about 1 for a feature that one text in 55 (e^COMMON) has. */
const COMMON = 4;

/** The trained weights include the rarity, so the scorer does not compute it. */
function readRarer(matrix: Matrix): Rarer {
  const { names, begins, at, values } = matrix;
  const texts = begins.length - 1;
  const rarity = new Float64Array(names.length + 1);
  for (const feature of at) rarity[feature] = (rarity[feature] as number) + 1;
  for (let feature = 0; feature < names.length; feature += 1)
    rarity[feature] = Math.log(1 + texts / (rarity[feature] as number)) / COMMON;
  rarity[names.length] = 1; // the bias
  const louder = values.map((value, k) => value * (rarity[at[k] as number] as number));
  const squares = new Float64Array(texts);
  for (let row = 0; row < texts; row += 1)
    for (let k = begins[row] as number; k < (begins[row + 1] as number); k += 1)
      squares[row] = (squares[row] as number) + (louder[k] as number) ** 2;
  return { matrix: { ...matrix, values: louder, squares }, rarity };
}

function featuresOf({ names, at, values }: Matrix): Features {
  const carried = new Float64Array(names.length + 1);
  for (let k = 0; k < at.length; k += 1) {
    const [feature, value] = [at[k] as number, values[k] as number];
    carried[feature] = (carried[feature] as number) + value * value;
  }
  return { names, carried };
}

function separateLabels(
  { matrix, rarity }: Rarer,
  examples: readonly Example[],
  isLeftOut: IsLeftOut = () => false,
): Column[] {
  const labels = [...new Set(examples.flatMap(({ right }) => right))].sort();
  const shiftOf = makeUpOf(examples.filter((example) => !isLeftOut(example)));
  return labels.map((label) => {
    const signs = examples.map((example) => (isLeftOut(example) ? 0 : signOf(example, label)));
    const weights = separate(matrix, signs, PULL).map((weight, at) => weight * (rarity[at] as number));
    const bias = matrix.names.length;
    weights[bias] = (weights[bias] as number) + shiftOf(label, labels.length);
    return { label, weights };
  });
}
