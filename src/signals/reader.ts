import { type Alarms, LISTED, NO_ALARMS } from "./alarms.ts";
import { openCalmFinder } from "./calm-finder.ts";
import { symbolOf } from "./concept-finder.ts";
import { loneIn, needsCorroboration } from "./corroboration.ts";
import type { Spans } from "./find-matches.ts";
import { openPhraseFinder } from "./phrase-finder.ts";
import { type Doubt, openScorer, type Piece, SCORED, type Score } from "./scorer.ts";
import { isDanger, isOnlyLike, type Ranked, speaksAgainst, speaksAgainstPhrase } from "./second-opinion.ts";
import { BLAME, type Signal } from "./signal-names.ts";
import type { Shared, Table } from "./table.ts";
import { openTextReader } from "./text-reader.ts";
import { parseWeights, type Weights } from "./weights.ts";
import type { Word } from "./words.ts";

/**
 * A signal in the words `from` to `to` (inclusive).
 * - `phrase`: empty if only the weights found the signal.
 * - `strength`: the weights' score in hundredths; below 0, the weights speak against the signal.
 * - `unnamed`: the text names no person who serves citizens.
 */
export type Finding = Piece & { signal: Signal; phrase: string; strength?: number; sure?: true; unnamed?: true };

export type Naming = Piece;

export type SignalReader = {
  words(text: string): Word[];
  find(words: readonly Word[], only?: readonly Signal[], named?: readonly Naming[]): Finding[];
  /** Also returns the signals in doubt, for which an officer has to read the text. */
  judge(words: readonly Word[], only?: readonly Signal[], named?: readonly Naming[]): Judged;
  mentions(words: readonly Word[], concept: string): Piece[];
  /** Returns the signals that decide who may read the text. */
  read(text: string): Signal[];
  /** Returns the signals that decide the answer. */
  hear(text: string): Signal[];
  /** Whether the answer only offers help for a possible danger. */
  mayBeDanger(text: string): boolean;
  isNearDanger(text: string): boolean;
};

type Judged = { found: Finding[]; doubted: Signal[] };

/** A "not" at most this many words before a negatable phrase takes the phrase back. */
const REACH = 3;
const NAMED = "@named";
/** In words. A shorter text need not name a person to accuse somebody ("uangnya dipotong buat arisan"). */
const LEAST_UNNAMED = 5;
const OF_READERS: ReadonlySet<Signal> = new Set(BLAME);
const LETTER = /\p{L}/u;

/** Reads with the tables of all languages, because people mix languages. */
export function openSignalReader(
  tables: ReadonlyMap<Signal, readonly Table[]>,
  shared: Shared,
  weights: Weights = parseWeights(),
  doubt: Doubt = new Map(),
  rankIntents: (text: string) => Ranked = () => [],
  alarmsIn: (text: string) => Alarms = () => NO_ALARMS,
): SignalReader {
  const text = openTextReader(tables, shared);
  const score = openScorer(weights, shared, doubt);
  const findPhrases = openPhraseFinder(tables, text.symbols);
  const findCalm = openCalmFinder(tables, text.symbols);

  function withoutCalm(found: Score["found"], words: readonly Word[], spans: Spans): Score["found"] {
    if (found.length === 0) return found;
    const calm = findCalm(words, spans);
    return found.filter(({ signal }) => {
      const hidden = calm.get(signal);
      if (!hidden) return true;
      const rest = words.filter((_, at) => !hidden.has(at));
      return score(rest, text.spans(rest)).found.some((one) => one.signal === signal);
    });
  }

  function judge(words: readonly Word[], only?: readonly Signal[], named: readonly Naming[] = []): Judged {
    const known = named.length === 0 ? words : withNamed(words, named);
    const spans = text.spans(known);
    const isNegated = negations(known, spans);
    const { found, doubted, strengthOf, isVetoed } = score(known, spans);
    const phrases = findPhrases(known, spans).filter((one) => !(one.phrase.negatable && isNegated(one.from)));
    const isOfReaders = only?.every((signal) => OF_READERS.has(signal)) ?? false;
    const isTakenBack = (one: (typeof phrases)[number]): boolean => !isOfReaders && !one.phrase.sure && isVetoed(one);
    const vetoed = phrases.filter(isTakenBack).map(({ signal }) => signal);
    const said = phrases
      .filter((one) => !isTakenBack(one))
      .map(({ signal, phrase, from, to }) => {
        const at = { signal, from, to };
        const strength = strengthOf(at);
        return {
          ...at,
          phrase: phrase.text,
          ...(strength === undefined ? {} : { strength }),
          ...(phrase.sure ? { sure: true as const } : {}),
        };
      });
    const isAsked = (signal: Signal): boolean => only?.includes(signal) ?? true;
    const namesNobody = known.length >= LEAST_UNNAMED && !mentionsOf("OFFICIAL", spans).length;
    return {
      found: [...said, ...withoutCalm(found, known, spans).map((one) => ({ ...one, phrase: SCORED }))]
        .filter(({ signal }) => isAsked(signal))
        .map((one) => (namesNobody ? { ...one, unnamed: true as const } : one)),
      doubted: [...new Set([...doubted, ...vetoed])].filter(isAsked),
    };
  }

  const find: SignalReader["find"] = (...asked) => judge(...asked).found;

  let last: Judged & { text: string; signals: Signal[] } = { text: "", found: [], doubted: [], signals: [] };
  function findOnce(said: string): typeof last {
    if (!LETTER.test(said)) return { text: said, found: [], doubted: [], signals: [] };
    if (said === last.text) return last;
    const words = text.words(said);
    const { found, doubted } = judge(words);
    const { raised, quieted } = alarmsIn(said);
    const listed = raised.map((signal) => ({
      signal,
      phrase: LISTED,
      from: 0,
      to: Math.max(words.length - 1, 0),
      sure: true as const,
    }));
    const heard: Finding[] = [...found.filter(({ signal }) => !quieted.includes(signal)), ...listed];
    last = { text: said, found: heard, doubted, signals: namesIn(heard) };
    return last;
  }

  type Weighed = { heard: Signal[]; isOffered: boolean };
  const NOTHING: Weighed = { heard: [], isOffered: false };

  let lastWeighed: { found: Finding[]; weighed: Weighed } = { found: [], weighed: NOTHING };
  function weighOnce(said: string): Weighed {
    const { found } = findOnce(said);
    if (found.length === 0) return NOTHING;
    if (found !== lastWeighed.found) lastWeighed = { found, weighed: weigh(found, rankIntents(said)) };
    return lastWeighed.weighed;
  }

  function weigh(found: Finding[], ranked: Ranked): Weighed {
    const scored = new Set(found.filter(({ phrase }) => phrase === SCORED).map(({ signal }) => signal));
    const left = namesIn(
      found.filter(({ phrase, signal, strength = 0, sure, unnamed = false }) => {
        if (sure) return true;
        if (isOnlyLike(ranked, { signal, strength })) return false;
        if (phrase === SCORED) return !speaksAgainst(ranked, { signal, strength, unnamed });
        return scored.has(signal) || !speaksAgainstPhrase(ranked, { signal, strength, unnamed });
      }),
    );
    const heard = left.filter((signal) => {
      const lone = loneIn(found, signal);
      return !lone || !needsCorroboration(ranked, lone);
    });
    return { heard, isOffered: heard.length < left.length && !heard.some(isDanger) };
  }

  return {
    words: text.words,
    find,
    judge,
    mentions: (words, concept) => mentionsOf(concept, text.spans(words)),
    read: (said) => findOnce(said).signals,
    hear: (said) => weighOnce(said).heard,
    mayBeDanger: (said) => weighOnce(said).isOffered,
    isNearDanger: (said) => [...findOnce(said).signals, ...findOnce(said).doubted].some(isDanger),
  };
}

const mentionsOf = (concept: string, spans: Spans): Piece[] =>
  spans.flatMap((own, from) =>
    own.filter(({ symbol }) => symbol === symbolOf(concept)).map(({ to }) => ({ from, to })),
  );

const namesIn = (found: readonly Finding[]): Signal[] => [...new Set(found.map(({ signal }) => signal))];

const withNamed = (words: readonly Word[], named: readonly Naming[]): Word[] =>
  words.map((word, at) =>
    named.some(({ from, to }) => from <= at && at <= to) ? { ...word, forms: new Set([...word.forms, NAMED]) } : word,
  );

function negations(words: readonly Word[], spans: Spans): (from: number) => boolean {
  const ends = new Set(
    spans.flatMap((own) => own.filter(({ symbol }) => symbol === symbolOf("NOT")).map(({ to }) => to)),
  );
  return (from) =>
    [...Array(REACH).keys()].some(
      (step) => ends.has(from - 1 - step) && words[from - 1 - step]?.sentence === words[from]?.sentence,
    );
}
