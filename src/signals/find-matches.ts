import type { Automaton } from "./automaton.ts";
import type { Word } from "./words.ts";

/** Words `from` to `to` (inclusive) match the phrase of this index; `solid` is the first after its last gap. */
export type Match = { phrase: number; from: number; solid: number; to: number };

/** By the place of its first word: the symbol of a concept, and the place of its last word. */
export type Spans = readonly (readonly { symbol: string; to: number }[])[];

type Options = {
  /** Concepts found beforehand. */
  spans?: Spans;
  /** Words that an owner of phrases does not see, by the owner. */
  hidden?: ReadonlyMap<number, ReadonlySet<number>>;
  /** Owners whose phrases run on past a full stop. */
  across?: ReadonlySet<number>;
  /** Every beginning of a match is told, not only the nearest. */
  everyStart?: boolean;
};

/** Where we are, and the last word from which one gets there. */
type Way = { state: number; from: number; solid: number };

const NONE: readonly never[] = [];

/** Every phrase that the words match; a phrase ends in the sentence it began in. */
export function findMatches(
  { states, first }: Automaton,
  words: readonly Word[],
  { spans = [], hidden, across, everyStart = false }: Options = {},
): Match[] {
  const found: Match[] = [];
  /** By the place of the next word. */
  const ways: Map<number, Way>[] = [];

  function go(place: number, state: number, from: number, solid: number): void {
    let here = ways[place];
    if (!here) {
      here = new Map();
      ways[place] = here;
    }
    const key = everyStart ? from * states.length + state : state;
    const known = here.get(key);
    if (known && (known.from > from || (known.from === from && known.solid >= solid))) return;
    here.set(key, { state, from, solid });
  }

  /** A phrase of one word, or of one concept, has ended as soon as it began. */
  function begin(at: number, state: number, to: number): void {
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

  words.forEach(({ forms, sentence }, at) => {
    const begins = words[at - 1]?.sentence !== sentence;
    const concepts = spans[at] ?? NONE;
    for (const { state, from, solid } of ways[at]?.values() ?? NONE) {
      const { on, any, owner } = states[state] as Automaton["states"][number];
      if (begins && !across?.has(owner)) continue;
      for (const next of any) go(at + 1, next, from, at + 1);
      if (on.size === 0) continue;
      if (sees(owner, at, at))
        for (const form of forms) for (const next of on.get(form) ?? NONE) go(at + 1, next, from, solid);
      for (const { symbol, to } of concepts)
        for (const next of on.get(symbol) ?? NONE) if (sees(owner, at, to)) go(to + 1, next, from, solid);
    }
    for (const form of forms) for (const next of first.get(form) ?? NONE) begin(at, next, at);
    for (const { symbol, to } of concepts) for (const next of first.get(symbol) ?? NONE) begin(at, next, to);
    for (const { state, from, solid } of ways[at + 1]?.values() ?? NONE) {
      const { ends } = states[state] as Automaton["states"][number];
      if (ends !== undefined) found.push({ phrase: ends, from, solid, to: at });
    }
  });
  return found;
}
