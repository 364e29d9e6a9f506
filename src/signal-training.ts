import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_LOCALE } from "./i18n.ts";
import { loadSignalTables } from "./signal-tables.ts";
import { openFeatureReader } from "./signals/features.ts";
import type { Signal } from "./signals/names.ts";
import { seenIn } from "./signals/scorer.ts";
import { type Pull, trainWeights } from "./signals/train.ts";
import { readWords } from "./signals/words.ts";

/** A sentence that must fire this signal, or none of those trained here. */
export type Sentence = { label: Signal | "none"; source: string; text: string };

/** The signals that are scored, and how hard their examples pull. */
export const TRAINED = {
  accusation: { must: 10, mustNot: 10, lean: 0 },
  fear: { must: 10, mustNot: 10, lean: 0 },
} as const;
export type Trained = keyof typeof TRAINED;

const isLabel = (label: string | undefined): label is Trained | "none" =>
  label === "none" || Object.hasOwn(TRAINED, label ?? "");

/** Reads `label<TAB>source<TAB>sentence`. */
export function parseSentences(text: string): Sentence[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map((line) => {
      const [label, source, sentence, ...more] = line.split("\t");
      if (!isLabel(label) || !source || !sentence || more.length > 0) throw new Error(`not a sentence: ${line}`);
      return { label, source, text: sentence };
    });
}

export const loadSentences = (locales: string): Sentence[] =>
  parseSentences(readFileSync(join(locales, DEFAULT_LOCALE, "signals", "training", "accusation.tsv"), "utf8"));

/** The weights of each trained signal as its file holds them. */
export function trainSignals(locales: string, sentences: readonly Sentence[], pulls: Record<Trained, Pull> = TRAINED) {
  const { shared } = loadSignalTables(locales);
  const reader = openFeatureReader(shared);
  const seen = sentences.flatMap(({ label, text }) =>
    seenIn(readWords(text, shared.shorthand), reader).map(({ features }) => ({ label, features })),
  );
  return (Object.keys(TRAINED) as Trained[]).map((signal) => {
    // Who accuses is often afraid: only for fear itself do accusations count as the other kind.
    const examples = seen
      .filter(({ label }) => signal === "fear" || label !== "fear")
      .map(({ label, features }) => ({ features, must: label === signal }));
    return { signal, weights: trainWeights(examples, pulls[signal]) };
  });
}
