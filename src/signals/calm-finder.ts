import { buildAutomaton } from "./automaton.ts";
import { findMatches, type Spans } from "./find-matches.ts";
import { hiddenWords } from "./hidden-words.ts";
import type { Pattern } from "./pattern.ts";
import type { Signal } from "./signal-names.ts";
import type { Table } from "./table.ts";
import type { Word } from "./words.ts";

/** Returns, by signal, the indexes of words that the weights must not read. */
export function openCalmFinder(
  tables: ReadonlyMap<Signal, readonly Table[]>,
  symbols: ReadonlyMap<Pattern, string>,
): (words: readonly Word[], spans: Spans) => ReadonlyMap<Signal, ReadonlySet<number>> {
  const calm = [...tables].flatMap(([signal, parts], owner) =>
    parts.flatMap((table) => table.calm.map((pattern) => ({ signal, owner, pattern }))),
  );
  const machine = buildAutomaton(
    calm.map(({ pattern }) => pattern),
    { symbols, owners: calm.map(({ owner }) => owner) },
  );
  const signalOf = new Map(calm.map(({ owner, signal }) => [owner, signal]));

  return (words, spans) => {
    const hidden = hiddenWords(findMatches(machine, words, { spans }), (at) => calm[at]?.owner ?? 0);
    return new Map([...hidden].map(([owner, own]) => [signalOf.get(owner) as Signal, own]));
  };
}
