import { buildAutomaton } from "./automaton.ts";
import { findMatches, type Match, type Spans } from "./find-matches.ts";
import { hiddenWords } from "./hidden-words.ts";
import type { Pattern } from "./pattern.ts";
import type { Signal } from "./signal-names.ts";
import type { Phrase, Table } from "./table.ts";
import type { Word } from "./words.ts";

/** The words `from` to `to` (inclusive) match the first part of the phrase. */
export type Said = { signal: Signal; phrase: Phrase; from: number; to: number };

const PART_REACH = 20;

export const patternsOf = (tables: Iterable<Table>): Pattern[] =>
  [...tables].flatMap(({ phrases, harmless, calm }) => [
    ...phrases.flatMap(({ parts, unless }) => [...parts, ...unless]),
    ...harmless,
    ...calm,
  ]);

/** Harmless phrases hide their words from the phrases of signals. */
export function openPhraseFinder(
  tables: ReadonlyMap<Signal, readonly Table[]>,
  symbols: ReadonlyMap<Pattern, string>,
): (words: readonly Word[], spans: Spans) => Said[] {
  const owned = [...tables].map(([signal, parts], owner) => ({ signal, owner, parts }));
  const phrases = owned.flatMap(({ signal, owner, parts }) =>
    parts.flatMap((table) => table.phrases.map((phrase) => ({ signal, owner, phrase }))),
  );
  const pieces = phrases.flatMap(({ owner, phrase }) =>
    [...phrase.parts, ...phrase.unless].map((pattern) => ({ owner, pattern })),
  );
  const harmless = owned.flatMap(({ owner, parts }) =>
    parts.flatMap((table) => table.harmless.map((pattern) => ({ owner, pattern }))),
  );
  const build = (all: readonly { owner: number; pattern: Pattern }[]) =>
    buildAutomaton(
      all.map(({ pattern }) => pattern),
      { symbols, owners: all.map(({ owner }) => owner) },
    );
  const [machine, harmlessMachine] = [build(pieces), build(harmless)];
  const across = new Set(owned.flatMap(({ owner, parts }) => (parts.some((table) => table.across) ? [owner] : [])));
  const placed = placeParts(phrases);

  return (words, spans) => {
    const hidden = hiddenWords(findMatches(harmlessMachine, words, { spans }), (at) => harmless[at]?.owner ?? 0);
    return wholeMatches(placed, findMatches(machine, words, { spans, hidden, across }));
  };
}

type Placed = { signal: Signal; phrase: Phrase; at: number };

function placeParts(phrases: readonly { signal: Signal; phrase: Phrase }[]): ReadonlyMap<number, Placed> {
  const placed = new Map<number, Placed>();
  let at = 0;
  for (const { signal, phrase } of phrases) {
    placed.set(at, { signal, phrase, at });
    at += phrase.parts.length + phrase.unless.length;
  }
  return placed;
}

function wholeMatches(placed: ReadonlyMap<number, Placed>, matches: readonly Match[]): Said[] {
  if (matches.length === 0) return [];
  const byPart = Map.groupBy(matches, ({ phrase }) => phrase);
  return [...byPart].flatMap(([part, first]) => {
    const begun = placed.get(part);
    if (!begun) return [];
    const { signal, phrase, at } = begun;
    const found = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => byPart.get(from + index) ?? []);
    const others = found(at + 1, phrase.parts.length - 1);
    const unless = found(at + phrase.parts.length, phrase.unless.length).flat();
    return first.flatMap(({ from, to }) => {
      const isNear = (one: Match): boolean => one.from <= to + PART_REACH && from <= one.to + PART_REACH;
      const isSaid = others.every((other) => other.some(isNear)) && !unless.some(isNear);
      return isSaid ? [{ signal, phrase, from, to }] : [];
    });
  });
}
