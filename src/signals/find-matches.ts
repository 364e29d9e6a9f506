import { type Automaton, bitsOf } from "./automaton.ts";
import { openWays } from "./ways.ts";
import type { Word } from "./words.ts";

/**
 * The words `from` to `to` (inclusive) match the phrase of this index. `solid` is the first word after the last gap
 * (`..`) of the phrase.
 */
export type Match = { phrase: number; from: number; solid: number; to: number };

/** For each word, the concepts that begin there, each with the index of its last word. */
export type Spans = readonly (readonly { symbol: string; to: number }[])[];

type Options = {
  spans?: Spans;
  /** Maps an owner to the indexes of words that the owner's phrases do not see. */
  hidden?: ReadonlyMap<number, ReadonlySet<number>>;
  across?: ReadonlySet<number>;
  /** Returns a match for each beginning of a phrase, not only for the nearest beginning. */
  everyStart?: boolean;
};

const NONE: readonly never[] = [];

/** A phrase ends in the sentence in which it began, unless `across` has its owner. */
export function findMatches(
  machine: Automaton,
  words: readonly Word[],
  { spans = [], hidden, across, everyStart = false }: Options = {},
): Match[] {
  const { states, first, bits, low, high } = machine;
  const found: Match[] = [];
  const ways = openWays(machine, everyStart);
  const { go } = ways;

  function beginPhrase(at: number, state: number, to: number): void {
    const { on, any, ends, owner } = states[state] as Automaton["states"][number];
    if (!sees(owner, at, to)) return;
    if (ends !== undefined && on.size === 0 && any.length === 0) found.push({ phrase: ends, from: at, solid: at, to });
    else go(to + 1, state, at, at);
  }

  function sees(owner: number, from: number, to: number): boolean {
    const unseen = hidden?.get(owner);
    if (unseen) for (let at = from; at <= to; at += 1) if (unseen.has(at)) return false;
    return true;
  }

  function advanceMatches(at: number, forms: readonly string[], concepts: Spans[number], begins: boolean): void {
    const here = ways.at(at);
    if (!here) return;
    const own = bitsOf([...forms, ...concepts.map(({ symbol }) => symbol)], bits);
    for (const way of here.leading) {
      const state = here.state[way] as number;
      const isAsked = ((low[state] as number) & own.low) !== 0 || ((high[state] as number) & own.high) !== 0;
      if (!isAsked && !here.skips[way]) continue;
      const { on, any, owner } = states[state] as Automaton["states"][number];
      if (begins && !across?.has(owner)) continue;
      const from = here.from[way] as number;
      const solid = here.solid[way] as number;
      for (const next of any) go(at + 1, next, from, at + 1);
      if (!isAsked) continue;
      if (forms.length > 0 && sees(owner, at, at))
        for (const form of forms) for (const next of on.get(form) ?? NONE) go(at + 1, next, from, solid);
      for (const { symbol, to } of concepts)
        for (const next of on.get(symbol) ?? NONE) if (sees(owner, at, to)) go(to + 1, next, from, solid);
    }
  }

  function collectMatches(at: number): void {
    const here = ways.at(at + 1);
    if (!here) return;
    for (const way of here.ending) {
      const phrase = (states[here.state[way] as number] as Automaton["states"][number]).ends as number;
      found.push({ phrase, from: here.from[way] as number, solid: here.solid[way] as number, to: at });
    }
  }

  words.forEach((word, at) => {
    const begins = words[at - 1]?.sentence !== word.sentence;
    const forms = [...word.forms].filter((form) => bits.has(form));
    const concepts = (spans[at] ?? NONE).filter(({ symbol }) => bits.has(symbol));
    advanceMatches(at, forms, concepts, begins);
    ways.free(at);
    for (const form of forms) for (const next of first.get(form) ?? NONE) beginPhrase(at, next, at);
    for (const { symbol, to } of concepts) for (const next of first.get(symbol) ?? NONE) beginPhrase(at, next, to);
    collectMatches(at);
  });
  return found;
}
