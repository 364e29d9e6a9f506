import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_LOCALE } from "./i18n.ts";
import { loadSignalTables } from "./signal-tables.ts";
import { DANGERS } from "./signals/danger.ts";
import { openFeatureReader } from "./signals/features.ts";
import { SIGNALS, type Signal } from "./signals/names.ts";
import { seenIn } from "./signals/scorer.ts";
import { type Pull, trainWeights } from "./signals/train.ts";
import { readWords } from "./signals/words.ts";

/** A sentence that must fire this signal, or none of those trained here. */
export type Sentence = { label: Signal | "none"; source: string; text: string };

const DANGER: Pull = { must: 10, mustNot: 7, lean: 0 };

/** The signals that are scored, and how hard their examples pull. */
export const TRAINED: Readonly<Partial<Record<Signal, Pull>>> = {
  accusation: { must: 10, mustNot: 10, lean: 0 },
  fear: { must: 10, mustNot: 10, lean: 0 },
  ...Object.fromEntries(DANGERS.map((danger) => [danger, DANGER])),
};

/** The files of sentences under `locales/LANGUAGE/signals/training/`. */
export const SETS = ["accusation", "danger"] as const;

/** A living person said to be dead is only the other kind: too many write of the dead for weights to part the two. */
const isLabel = (label: string | undefined): label is Signal | "none" =>
  label === "none" || label === "living-said-dead" || Object.hasOwn(TRAINED, label ?? "");

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

export const loadSentences = (locales: string, set: (typeof SETS)[number] = "accusation"): Sentence[] =>
  parseSentences(readFileSync(join(locales, DEFAULT_LOCALE, "signals", "training", `${set}.tsv`), "utf8"));

/** The weights, as its file holds them, of each signal that these sentences name. */
export function trainSignals(locales: string, sentences: readonly Sentence[], pulls: typeof TRAINED = TRAINED) {
  const { shared } = loadSignalTables(locales);
  const reader = openFeatureReader(shared);
  const seen = sentences.flatMap(({ label, text }) =>
    seenIn(readWords(text, shared.shorthand), reader).map(({ features }) => ({ label, features })),
  );
  return SIGNALS.flatMap((signal) => {
    const pull = pulls[signal];
    if (!pull || !sentences.some(({ label }) => label === signal)) return [];
    // Who accuses is often afraid: only for fear itself do accusations count as the other kind.
    const examples = seen
      .filter(({ label }) => signal === "fear" || label !== "fear")
      .map(({ label, features }) => ({ features, must: label === signal }));
    return [{ signal, weights: trainWeights(examples, pull) }];
  });
}
