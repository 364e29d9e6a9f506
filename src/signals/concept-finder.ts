import { buildAutomaton } from "./automaton.ts";
import { findMatches, type Spans } from "./find-matches.ts";
import { type Concepts, type Pattern, partsOf } from "./pattern.ts";
import type { Word } from "./words.ts";

export const symbolOf = (name: string): string => `{${name}}`;

export type ConceptFinder = {
  symbols: ReadonlyMap<Pattern, string>;
  find(words: readonly Word[]): Spans;
};

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
