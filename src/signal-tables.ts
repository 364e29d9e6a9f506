import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_LOCALE } from "./i18n.ts";
import { SIGNALS, type Signal } from "./signals/names.ts";
import { openSignalReader, type SignalReader } from "./signals/reader.ts";
import { parseShared, parseTable, type Shared, type Table } from "./signals/table.ts";
import { parseWeights } from "./signals/weights.ts";

/** The tables under `locales/LANGUAGE/signals/`, and what they share. */
export function loadSignalTables(locales: string): { tables: Map<Signal, Table[]>; shared: Shared } {
  const languages = readdirSync(locales)
    .filter((language) => existsSync(join(locales, language, "signals")))
    .sort((a, b) => Number(b === DEFAULT_LOCALE) - Number(a === DEFAULT_LOCALE)); // others build on its concepts
  const read = <T>(language: string, name: string, parse: (text: string) => T): T[] => {
    const path = join(locales, language, "signals", `${name}.tsv`);
    if (!existsSync(path)) return [];
    try {
      return [parse(readFileSync(path, "utf8"))];
    } catch (thrown) {
      throw new Error(`${path}: ${thrown instanceof Error ? thrown.message : "unreadable"}`);
    }
  };
  const shared = languages.reduce<Shared>(
    (over, language) => read(language, "concepts", (text) => parseShared(text, over))[0] ?? over,
    { concepts: new Map(), shorthand: new Map() },
  );
  const tables = new Map(
    SIGNALS.map((signal) => [
      signal,
      languages.flatMap((language) => read(language, signal, (text) => parseTable(text, shared))),
    ]),
  );
  return { tables, shared };
}

/** Where the weights of the scored signals stand. */
export const weightsPath = (locales: string): string =>
  join(locales, DEFAULT_LOCALE, "signals", "model", "weights.tsv");

/** Opens the reader of signals over the tables of all languages and the weights. */
export function openSignals(locales: string): SignalReader {
  const { tables, shared } = loadSignalTables(locales);
  return openSignalReader(tables, shared, parseWeights(readFileSync(weightsPath(locales), "utf8")));
}
