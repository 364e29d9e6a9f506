import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isSignal, linesOf, loadScored, loadSignalTables, signalsFolder } from "./signal-tables.ts";
import { featuresOf, type Tell, tellPieces } from "./signals/features.ts";
import { LEAST_LENGTH, windowsOf } from "./signals/scorer.ts";
import { SIGNALS, type Signal } from "./signals/signal-names.ts";
import type { Table } from "./signals/table.ts";
import { openTextReader } from "./signals/text-reader.ts";
import { type Matrix, numberFeatures, type Signs, separate } from "./signals/train.ts";
import { writeWeights } from "./signals/weights.ts";

/** A sentence with the signals that it must fire, and those that it may fire too: it teaches nothing about them. */
export type Sentence = { must: readonly Signal[]; may: readonly Signal[]; source: string; text: string };

/** Reads `labels<TAB>source<TAB>sentence`: "none", signals, and behind a "?" signals that it may fire (a bare "?": all others). */
export function parseSentences(text: string): Sentence[] {
  return linesOf(text).map(([labels = "", source, sentence, ...more]) => {
    const names = labels.split(",").filter((name) => name !== "none");
    const must = names.filter(isSignal);
    const may = names.flatMap((name) => (name === "?" ? SIGNALS : name.endsWith("?") ? [name.slice(0, -1)] : []));
    const known = names.every((name) => isSignal(name) || name.endsWith("?")) && may.every(isSignal);
    if (!known || labels === "" || !source || !sentence || more.length > 0)
      throw new Error(`not a sentence: ${[labels, source, sentence, ...more].join(" ")}`);
    return { must, may: may.filter((name) => isSignal(name)), source, text: sentence };
  });
}

/** The sentences of every file under `locales/LANGUAGE/signals/training/`. */
export function loadSentences(locales: string): Sentence[] {
  const training = join(signalsFolder(locales), "training");
  return readdirSync(training)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) => parseSentences(readFileSync(join(training, name), "utf8")));
}

/** The examples of the tables are sentences too: each speaks of its own signal and of no other. */
function sentencesOf(tables: ReadonlyMap<Signal, readonly Table[]>): Sentence[] {
  return [...tables].flatMap(([signal, parts]) => {
    const may = SIGNALS.filter((other) => other !== signal);
    return parts.flatMap(({ must, mustNot }) => [
      ...must.map((text) => ({ must: [signal], may, source: "table", text })),
      ...mustNot.map((text) => ({ must: [], may, source: "table", text })),
    ]);
  });
}

/** Sentences as the scorers see them: several pieces where they are long. */
type Lesson = { matrix: Matrix; sentenceOf: readonly Sentence[] };

function readLesson(locales: string, sentences: readonly Sentence[]): Lesson {
  const { tables, shared } = loadSignalTables(locales);
  const reader = openTextReader(tables, shared);
  const pieces = [...sentences, ...sentencesOf(tables)].flatMap((sentence) => {
    const words = reader.words(sentence.text);
    const seen = featuresOf(words, reader.spans(words), shared);
    return windowsOf(words.length).map(({ from, to }) => {
      const features = new Map<string, number>();
      const tell: Tell = (name, value) => features.set(name, (features.get(name) ?? 0) + value);
      for (let at = from; at <= to; at += 1) {
        tellPieces(words[at]?.written ?? "", tell);
        seen(at, tell);
      }
      return { sentence, features };
    });
  });
  return {
    matrix: numberFeatures(
      pieces.map(({ features }) => features),
      LEAST_LENGTH,
    ),
    sentenceOf: pieces.map(({ sentence }) => sentence),
  };
}

/** Who accuses is often afraid: accusations are the other kind for fear, but fear is no other kind for an accusation. */
const signOf = ({ must, may }: Sentence, signal: Signal): Signs[number] => {
  if (must.includes(signal)) return 1;
  return may.includes(signal) || (signal === "accusation" && must.includes("fear")) ? 0 : -1;
};

/** The weights, as their file holds them, of all scored signals. */
export function trainSignals(locales: string, sentences: readonly Sentence[], scored = loadScored(locales)): string {
  const { matrix, sentenceOf } = readLesson(locales, sentences);
  const columns = scored.map((one) => ({
    ...one,
    weights: separate(
      matrix,
      sentenceOf.map((sentence) => signOf(sentence, one.signal)),
      one,
    ),
  }));
  return writeWeights(matrix.names, columns);
}
