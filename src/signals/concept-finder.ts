import { buildAutomaton } from "./automaton.ts";
import { findMatches, type Spans } from "./find-matches.ts";
import { type Concepts, type Pattern, partsOf } from "./pattern.ts";
import type { Word } from "./words.ts";

/** Returns the symbol of a concept that all tables share. */
export const symbolOf = (name: string): string => `{${name}}`;

/** Finds every concept of a text in one pass, before the phrases. */
export type ConceptFinder = {
  /** Maps the pattern of each concept to its symbol. A pattern that several tables use has one symbol. */
  symbols: ReadonlyMap<Pattern, string>;
  find(words: readonly Word[]): Spans;
};

/** Makes a finder for the shared concepts and for the concepts of the tables. */
export function openConceptFinder(concepts: Concepts, patterns: readonly Pattern[]): ConceptFinder {
  const symbols = new Map<Pattern, string>();
  const taken = new Set<string>();
  const shared = [...concepts].map(([name, of]): Pattern => ({ kind: "concept", name, of }));
  for (const pattern of [...shared, ...patterns])
    for (const part of partsOf(pattern)) {
      if (part.kind !== "concept" || symbols.has(part.of)) continue;
      let symbol = symbolOf(part.name);
      while (taken.has(symbol)) symbol += "'";
      taken.add(symbol);
      symbols.set(part.of, symbol);
    }
  const names = [...symbols.values()];
  const machine = buildAutomaton([...symbols.keys()]);
  return {
    symbols,
    find(words) {
      const spans: { symbol: string; to: number }[][] = words.map(() => []);
      for (const { phrase, from, to } of findMatches(machine, words, { everyStart: true }))
        spans[from]?.push({ symbol: names[phrase] as string, to });
      return spans;
    },
  };
}
