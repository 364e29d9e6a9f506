import { type Automaton, buildAutomaton, findMatches, type Match } from "./automaton.ts";
import { openFeatureReader } from "./features.ts";
import type { Signal } from "./names.ts";
import { joinWeights, scoresOf, seenIn, type Weights } from "./scorer.ts";
import type { Phrase, Shared, Table } from "./table.ts";
import { readWords, type Word } from "./words.ts";

/** Where in a text a signal was found: words `from` to `to` (inclusive), and the phrase as the table writes it (empty: by weights). */
export type Finding = { signal: Signal; phrase: string; from: number; to: number };

/** Somebody named in the text, by the words (inclusive) that name them: they count as an official there. */
export type Naming = { from: number; to: number };

export type SignalReader = {
  words(text: string): Word[];
  /** Everything found, of these signals or of all. */
  find(words: readonly Word[], only?: readonly Signal[], named?: readonly Naming[]): Finding[];
  /** Where the words of a concept stand. */
  mentions(words: readonly Word[], concept: string): Match[];
  /** The names of what was found. */
  read(text: string): Signal[];
};

/** Words before a phrase in which a "not" takes it back. */
const REACH = 3;
/** Words between the parts of a phrase that belong together. */
const NEAR = 20;
/** The form of a word that names an officer of ours. */
const NAMED = "@named";
/** Fewer words than this answer a question of ours: weights hear no danger in them, phrases do. */
const FEWEST_WORDS = 4;
/** The phrase of what the weights found. */
const SCORED = "";
const LETTER = /\p{L}/u;
const NOTHING: ReadonlySet<string> = new Set();

/** A reader over the tables of all languages: people mix them. */
export function openSignalReader(
  tables: ReadonlyMap<Signal, readonly Table[]>,
  shared: Shared,
  weights: ReadonlyMap<Signal, Weights> = new Map(),
): SignalReader {
  const { concepts, shorthand } = shared;
  const features = openFeatureReader(shared);
  const together = joinWeights(weights);
  const not = concepts.get("NOT");
  const negation = buildAutomaton(not ? [not] : []);
  const machines = [...tables].map(([signal, parts]) => {
    const phrases = parts.flatMap((part) => part.phrases);
    return {
      signal,
      placed: placeParts(phrases),
      across: parts.some((part) => part.across),
      machine: buildAutomaton(phrases.flatMap(({ parts: own, unless }) => [...own, ...unless])),
      harmless: buildAutomaton(parts.flatMap((part) => part.harmless)),
    };
  });

  function find(words: readonly Word[], only?: readonly Signal[], named: readonly Naming[] = []): Finding[] {
    const known = words.map((word, at) =>
      named.some(({ from, to }) => from <= at && at <= to) ? { ...word, forms: new Set([...word.forms, NAMED]) } : word,
    );
    const negated = new Set(findMatches(negation, known).map(({ to }) => to));
    const isNegated = (from: number): boolean =>
      [...Array(REACH).keys()].some(
        (step) => negated.has(from - 1 - step) && known[from - 1 - step]?.sentence === known[from]?.sentence,
      );
    const byPhrase = machines
      .filter(({ signal }) => only?.includes(signal) ?? true)
      .flatMap(({ signal, placed, across, machine, harmless }) =>
        wholeMatches(placed, findMatches(machine, inSentences(without(known, findMatches(harmless, known)), across)))
          .filter(({ phrase: { negatable }, from }) => !negatable || !isNegated(from))
          .map(({ phrase, from, to }) => ({ signal, phrase: phrase.text, from, to })),
      );
    return [...byPhrase, ...findScored(known, only)];
  }

  /** What no phrase says but the words together do. */
  function findScored(words: readonly Word[], only?: readonly Signal[]): Finding[] {
    const isAnswer = words.length < FEWEST_WORDS;
    const asked = [...weights].filter(
      ([signal]) => (only?.includes(signal) ?? true) && !(isAnswer && signal !== "accusation" && signal !== "fear"),
    );
    if (asked.length === 0) return [];
    return seenIn(words, features).flatMap(({ from, to, features: own }) => {
      const scores = scoresOf(own, together);
      return asked
        .filter(([signal]) => (scores.get(signal) ?? 0) > 0)
        .map(([signal]) => ({ signal, phrase: SCORED, from, to }));
    });
  }

  const concepted = new Map<string, Automaton>();
  function mentions(words: readonly Word[], name: string): Match[] {
    const concept = concepts.get(name);
    if (!concept) return [];
    const known = concepted.get(name) ?? buildAutomaton([concept]);
    concepted.set(name, known);
    return findMatches(known, words);
  }

  const words = (text: string): Word[] => readWords(text, shorthand);
  /** One message is looked at many times: what was read last is at hand. */
  let last: { text: string; signals: Signal[] } = { text: "", signals: [] };
  return {
    words,
    find,
    mentions,
    read(text) {
      if (!LETTER.test(text)) return []; // a number on a menu, a NIK
      if (text !== last.text) last = { text, signals: [...new Set(find(words(text)).map(({ signal }) => signal))] };
      return last.signals;
    },
  };
}

type WholeMatch = { phrase: Phrase; from: number; to: number };

/** Phrases with the place of each one's first part among the parts of all. */
type Placed = { phrase: Phrase; at: number };

function placeParts(phrases: readonly Phrase[]): ReadonlyMap<number, Placed> {
  const placed = new Map<number, Placed>();
  let at = 0;
  for (const phrase of phrases) {
    placed.set(at, { phrase, at });
    at += phrase.parts.length + phrase.unless.length;
  }
  return placed;
}

/** What matches in all its parts and in nothing that takes it back; `matches` name these, counted through all phrases. */
function wholeMatches(placed: ReadonlyMap<number, Placed>, matches: readonly Match[]): WholeMatch[] {
  if (matches.length === 0) return [];
  const byPart = Map.groupBy(matches, ({ phrase }) => phrase);
  return [...byPart].flatMap(([part, first]) => {
    const begun = placed.get(part);
    if (!begun) return [];
    const { phrase, at } = begun;
    const found = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => byPart.get(from + index) ?? []);
    const others = found(at + 1, phrase.parts.length - 1);
    const unless = found(at + phrase.parts.length, phrase.unless.length).flat();
    return first.flatMap(({ from, to }) => {
      const isNear = (one: Match): boolean => one.from <= to + NEAR && from <= one.to + NEAR;
      return others.every((other) => other.some(isNear)) && !unless.some(isNear) ? [{ phrase, from, to }] : [];
    });
  });
}

/** The words with those of harmless phrases hidden, from each beginning the nearest only; what a gap skips stays seen. */
function without(words: readonly Word[], harmless: readonly Match[]): readonly Word[] {
  if (harmless.length === 0) return words;
  const nearest = new Map<string, Match>();
  for (const match of harmless) {
    const key = `${match.phrase} ${match.from}`;
    if (match.to <= (nearest.get(key)?.to ?? Number.POSITIVE_INFINITY)) nearest.set(key, match);
  }
  const hidden = new Set<number>();
  for (const { solid, to } of nearest.values()) for (let at = solid; at <= to; at += 1) hidden.add(at);
  return words.map((word, at) => (hidden.has(at) ? { ...word, forms: NOTHING } : word));
}

/** The words as one sentence, where phrases may run on past a full stop. */
const inSentences = (words: readonly Word[], across: boolean): readonly Word[] =>
  across ? words.map((word) => ({ ...word, sentence: 0 })) : words;
