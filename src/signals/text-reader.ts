import { openConceptFinder } from "./concept-finder.ts";
import type { Spans } from "./find-matches.ts";
import { type Pattern, partsOf } from "./pattern.ts";
import { patternsOf } from "./phrase-finder.ts";
import type { Signal } from "./signal-names.ts";
import type { Shared, Table } from "./table.ts";
import { openForms, readWords, type Word } from "./words.ts";

export type TextReader = {
  words(text: string): Word[];
  spans(words: readonly Word[]): Spans;
  symbols: ReadonlyMap<Pattern, string>;
};

export function openTextReader(tables: ReadonlyMap<Signal, readonly Table[]>, shared: Shared): TextReader {
  const patterns = patternsOf([...tables.values()].flat());
  const { symbols, find } = openConceptFinder(shared.concepts, patterns);
  const asked = new Set(
    [...shared.concepts.values(), ...patterns].flatMap((pattern) =>
      partsOf(pattern).flatMap((part) => (part.kind === "word" ? [part.form] : [])),
    ),
  );
  const forms = openForms(shared.shorthand, asked);
  /** Callers ask for one concept of a text after another. */
  const found = new WeakMap<readonly Word[], Spans>();
  const spans = (words: readonly Word[]): Spans => {
    const known = found.get(words) ?? find(words);
    found.set(words, known);
    return known;
  };
  return { words: (text) => readWords(text, forms), spans, symbols };
}
