import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  examplesFolder,
  isSignal,
  loadScored,
  loadSignalTables,
  type ScoredSignal,
  signalsFolder,
} from "./signal-tables.ts";
import { featuresOf, tellPieces } from "./signals/features.ts";
import { ADDED_SQUARE, windowsOf } from "./signals/scorer.ts";
import { SIGNALS, type Signal } from "./signals/signal-names.ts";
import type { Table } from "./signals/table.ts";
import { splitRows } from "./signals/table-rows.ts";
import { openTextReader } from "./signals/text-reader.ts";
import { type Matrix, numberFeatures, openText, type Signs, separate } from "./signals/train.ts";
import { writeWeights } from "./signals/weights.ts";

/** `must`: signals that the sentence must give. `may`: signals that training ignores. */
export type Sentence = { must: readonly Signal[]; may: readonly Signal[]; source: string; text: string };

/** Reads lines `labels<TAB>source<TAB>sentence`. A label with "?" is a signal that the sentence may give. */
export function parseSentences(text: string): Sentence[] {
  return splitRows(text).map(([labels = "", source, sentence, ...more]) => {
    const names = labels.split(",").filter((name) => name !== "none");
    const must = names.filter(isSignal);
    const may = names.flatMap((name) => (name === "?" ? SIGNALS : name.endsWith("?") ? [name.slice(0, -1)] : []));
    const known = names.every((name) => isSignal(name) || name.endsWith("?")) && may.every(isSignal);
    if (!known || labels === "" || !source || !sentence || more.length > 0)
      throw new Error(`not a sentence: ${[labels, source, sentence, ...more].join(" ")}`);
    return { must, may: may.filter((name) => isSignal(name)), source, text: sentence };
  });
}

const NAMED: Readonly<Record<string, Signal>> = { medical: "urgent-medical", "living-dead": "living-said-dead" };
/** An example must give these signals even if the label is not its first. */
const ALWAYS_HEARD: ReadonlySet<Signal> = new Set(["accusation", "fear", "living-said-dead"]);
/** Training ignores the signal of such a label. */
const IGNORED_SIGNALS: Readonly<Record<string, Signal>> = {
  "ask:neglected": "neglected",
  "listed-dead": "living-said-dead",
};

function signalOf(label: string): Signal | undefined {
  if (!label.startsWith("urgent:")) return undefined;
  const kind = label.slice("urgent:".length);
  const signal = NAMED[kind] ?? kind;
  if (!isSignal(signal)) throw new Error(`no such signal: ${label}`);
  return signal;
}

/** A sentence of `urgent:KIND` must give the signal of the kind, and may give others. */
export function sentencesOfExamples(text: string): Sentence[] {
  return splitRows(text).map(([labels = "", , source = "", sentence = ""]) => {
    const [right = "", ...also] = labels.split(",");
    const named = right.split("+").flatMap((label) => signalOf(label) ?? []);
    const second = also.flatMap((label) => signalOf(label) ?? []);
    const ignored = labels.split(/[,+]/).flatMap((label) => IGNORED_SIGNALS[label] ?? []);
    const must = [...new Set([...named, ...second.filter((signal) => ALWAYS_HEARD.has(signal))])];
    const may = must.length > 0 ? SIGNALS : [...second, ...ignored];
    return { must, may: may.filter((signal) => !must.includes(signal)), source, text: sentence };
  });
}

const readSentences = (folder: string, parse: (text: string) => Sentence[]): Sentence[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) => parse(readFileSync(join(folder, name), "utf8")));

export const loadSentences = (locales: string): Sentence[] => [
  ...readSentences(join(signalsFolder(locales), "training"), parseSentences),
  ...readSentences(examplesFolder(locales), sentencesOfExamples),
];

/** An example of a table teaches only about the table's signal. */
function sentencesOf(tables: ReadonlyMap<Signal, readonly Table[]>): Sentence[] {
  return [...tables].flatMap(([signal, parts]) => {
    const may = SIGNALS.filter((other) => other !== signal);
    return parts.flatMap(({ must, mustNot }) => [
      ...must.map((text) => ({ must: [signal], may, source: "table", text })),
      ...mustNot.map((text) => ({ must: [], may, source: "table", text })),
    ]);
  });
}

type Lesson = { matrix: Matrix; sentenceOf: readonly Sentence[] };

export function readLesson(locales: string, sentences: readonly Sentence[]): Lesson {
  const { tables, shared } = loadSignalTables(locales);
  const reader = openTextReader(tables, shared);
  const pieces = [...sentences, ...sentencesOf(tables)].flatMap((sentence) => {
    const words = reader.words(sentence.text);
    const seen = featuresOf(words, reader.spans(words), shared);
    return windowsOf(words.length).map(({ from, to }) => {
      const told = openText(ADDED_SQUARE);
      for (let at = from; at <= to; at += 1) {
        tellPieces(words[at]?.written ?? "", told.tell);
        seen(at, told.tell);
      }
      return { sentence, told };
    });
  });
  return {
    matrix: numberFeatures(pieces.map(({ told }) => told)),
    sentenceOf: pieces.map(({ sentence }) => sentence),
  };
}

/** A citizen who accuses is often afraid, so fear does not count against an accusation. */
const signOf = ({ must, may }: Sentence, signal: Signal): Signs[number] => {
  if (must.includes(signal)) return 1;
  return may.includes(signal) || (signal === "accusation" && must.includes("fear")) ? 0 : -1;
};

export const trainSignals = (locales: string, sentences: readonly Sentence[]): string =>
  trainLesson(readLesson(locales, sentences), loadScored(locales));

export function trainLesson(
  { matrix, sentenceOf }: Lesson,
  scored: readonly ScoredSignal[],
  isLeftOut: (sentence: Sentence) => boolean = () => false,
): string {
  const columns = scored.map((one) => ({
    ...one,
    weights: separate(
      matrix,
      sentenceOf.map((sentence) => (isLeftOut(sentence) ? 0 : signOf(sentence, one.signal))),
      one,
    ),
  }));
  return writeWeights(matrix.names, columns);
}
