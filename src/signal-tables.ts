import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alarmsIn } from "./conversation/understanding/alarms.ts";
import { DEFAULT_LOCALE, languagesIn } from "./i18n.ts";
import { openSignalReader, type SignalReader } from "./signals/reader.ts";
import type { Doubt } from "./signals/scorer.ts";
import type { Ranked } from "./signals/second-opinion.ts";
import { SIGNALS, type Signal } from "./signals/signal-names.ts";
import { parseShared, parseTable, type Shared, type Table } from "./signals/table.ts";
import { splitRows } from "./signals/table-rows.ts";
import type { Pull } from "./signals/train.ts";
import { parseWeights } from "./signals/weights.ts";
import { openWords } from "./word-files.ts";

/** The default language comes first, because other languages use its concepts. */
const signalLanguagesIn = (locales: string): string[] =>
  languagesIn(locales).filter((language) => existsSync(join(locales, language, "signals")));

function readTable<T>(locales: string, language: string, name: string, parse: (text: string) => T): T[] {
  const path = join(locales, language, "signals", `${name}.tsv`);
  if (!existsSync(path)) return [];
  try {
    return [parse(readFileSync(path, "utf8"))];
  } catch (thrown) {
    throw new Error(`${path}: ${thrown instanceof Error ? thrown.message : "unreadable"}`);
  }
}

export const loadShared = (locales: string): Shared =>
  signalLanguagesIn(locales).reduce<Shared>(
    (over, language) => readTable(locales, language, "concepts", (text) => parseShared(text, over))[0] ?? over,
    { concepts: new Map(), shorthand: new Map() },
  );

export function loadSignalTables(locales: string): { tables: Map<Signal, Table[]>; shared: Shared } {
  const languages = signalLanguagesIn(locales);
  const shared = loadShared(locales);
  const tables = new Map(
    SIGNALS.map((signal) => [
      signal,
      languages.flatMap((language) => readTable(locales, language, signal, (text) => parseTable(text, shared))),
    ]),
  );
  return { tables, shared };
}

export const weightsPath = (locales: string): string =>
  join(locales, DEFAULT_LOCALE, "signals", "model", "weights.tsv");

/**
 * `lean`, `veto` and `doubt` are in hundredths.
 * - `least`: a text with fewer words does not give the signal.
 * - `lean`: added to the bias.
 * - `veto`: phrases do not count if the score is this far below 0.
 * - `doubt`: a text this far below the limit is in doubt.
 */
export type ScoredSignal = Pull & { signal: Signal; least: number; lean: number; veto: number; doubt: number };

/** The model of intents and the weights of signals both learn from these examples. */
export const examplesFolder = (locales: string): string => join(locales, DEFAULT_LOCALE, "examples");
export const signalsFolder = (locales: string): string => join(locales, DEFAULT_LOCALE, "signals");
export const isSignal = (name: string): name is Signal => (SIGNALS as readonly string[]).includes(name);

/** Reads lines `signal<TAB>least<TAB>must<TAB>mustNot<TAB>lean<TAB>veto<TAB>doubt`; `doubt` may be absent. */
export function loadScored(locales: string): ScoredSignal[] {
  return splitRows(readFileSync(join(signalsFolder(locales), "model", "scored.tsv"), "utf8")).map(
    ([signal = "", ...fields]) => {
      const [least = 0, must = 0, mustNot = 0, lean = 0, veto = Number.NaN, doubt = 0] = fields.map(Number);
      if (!isSignal(signal) || fields.length > 6 || Number.isNaN(veto + doubt))
        throw new Error(`not scored: ${signal}`);
      return { signal, least, must, mustNot, lean, veto, doubt };
    },
  );
}

const loadDoubt = (locales: string): Doubt => new Map(loadScored(locales).map(({ signal, doubt }) => [signal, doubt]));

export function openSignals(
  locales: string,
  rankIntents?: (text: string) => Ranked,
  words = openWords(locales),
): SignalReader {
  const { tables, shared } = loadSignalTables(locales);
  const weights = parseWeights(readFileSync(weightsPath(locales), "utf8"));
  return openSignalReader(tables, shared, weights, loadDoubt(locales), rankIntents, (text) => alarmsIn(text, words));
}
