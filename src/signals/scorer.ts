import { featuresOf, type Tell, tellPieces } from "./features.ts";
import type { Spans } from "./find-matches.ts";
import type { Signal } from "./signal-names.ts";
import type { Shared } from "./table.ts";
import type { Weights } from "./weights.ts";
import type { Word } from "./words.ts";

/** The phrase of a finding that the weights made. */
export const SCORED = "";

/** The words `from` to `to` (inclusive). */
export type Piece = { from: number; to: number };

/** A text of more words is scored in pieces of this number of words, so one sentence still counts in a long story. */
export const WINDOW = 24;
const STEP = 12;

/** Splits a text into pieces of at most WINDOW words that overlap by half. */
export function windowsOf(length: number): Piece[] {
  const windows: Piece[] = [];
  for (let from = 0; from < length; from += STEP) {
    windows.push({ from, to: Math.min(from + WINDOW, length) - 1 });
    if (from + WINDOW >= length) break;
  }
  return windows;
}

/** The scorer adds this to the sum of the squares of a text's values, so that a text of few words has a low score. */
export const ADDED_SQUARE = 20;

/** `sums` holds the sum of weight times value for each signal, `square` the sum of the squares of the values. */
type Sums = { sums: Float64Array; square: number };

/** The cache is cleared when it holds this many words, which cover nearly all that people write. */
const MOST_KNOWN = 4_000;

/**
 * The weights' result for a text. `found` holds the signals with a score above their limit, `doubted` the signals with
 * a score close below.
 */
export type Score = {
  /** `strength` says how far the score is above the limit, in hundredths. */
  found: (Piece & { signal: Signal; strength: number })[];
  doubted: Signal[];
  /**
   * Returns the score of the words around a phrase for the phrase's signal, in hundredths. A score below 0 speaks
   * against the signal. Returns `undefined` if the text has too few words or too many unknown words.
   */
  strengthOf(phrase: Piece & { signal: Signal }): number | undefined;
  isVetoed(phrase: Piece & { signal: Signal }): boolean;
};

/** A text of fewer words (a place, a greeting) is never in doubt, because its score is hardly more than the bias. */
const LEAST_DOUBTED = 4;
/** In a text of fewer words, the weights say nothing about a phrase. */
const LEAST_VETOED = 6;
/** The least share of known words, in hundredths. In other texts the weights say nothing about a phrase. */
const LEAST_KNOWN = 50;

/** For each signal, how far below the limit a score still counts as in doubt, in hundredths. */
export type Doubt = ReadonlyMap<Signal, number>;

/** Makes a function that scores a text piece by piece. It reads each word once, although the pieces overlap. */
export function openScorer(
  weights: Weights,
  shared: Pick<Shared, "shorthand">,
  doubt: Doubt = new Map(),
): (words: readonly Word[], spans: Spans) => Score {
  const { signals, bias, least, veto } = weights;
  const known = new Map<string, Sums>();

  function addFeatures(total: Sums, tellFeatures: (tell: Tell) => void): Sums {
    tellFeatures((feature, value) => {
      total.square += value * value;
      const at = weights.at.get(feature);
      if (at !== undefined) add(total.sums, (one) => (weights.numbers[at + one] as number) * value);
    });
    return total;
  }

  function sumsOfPieces(word: string): Sums {
    const met = known.get(word);
    if (met) return met;
    const total = addFeatures(emptySums(), (tell) => tellPieces(word, tell));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, total);
    return total;
  }

  const emptySums = (square = 0): Sums => ({ sums: new Float64Array(signals.length), square });

  function sumsOfWords(words: readonly Word[], spans: Spans): Sums[] {
    const seen = featuresOf(words, spans, shared);
    return words.map(({ written }, at) => {
      const own = sumsOfPieces(written);
      return addFeatures({ sums: own.sums.slice(), square: own.square }, (tell) => seen(at, tell));
    });
  }

  return (words, spans) => {
    const sumsAt = signals.length > 0 ? sumsOfWords(words, spans) : [];
    const scored = (signals.length > 0 ? windowsOf(words.length) : []).map((piece) => {
      const all = emptySums(ADDED_SQUARE);
      for (let at = piece.from; at <= piece.to; at += 1) {
        const { sums, square } = sumsAt[at] as Sums;
        all.square += square;
        add(all.sums, (one) => sums[one] as number);
      }
      const norm = Math.sqrt(all.square);
      return { piece, scores: all.sums.map((sum, one) => (bias[one] as number) + sum / norm) };
    });
    const isJudged =
      words.length >= LEAST_VETOED &&
      words.filter(({ written }) => weights.at.has(`w ${written}`)).length * 100 >= LEAST_KNOWN * words.length;
    const asked = [...signals.keys()].filter((one) => words.length >= (least[one] as number));
    function strengthOf({ signal, from, to }: Piece & { signal: Signal }): number | undefined {
      const one = signals.indexOf(signal);
      if (one < 0 || !isJudged) return undefined;
      const around = scored.filter(({ piece }) => piece.from <= to && from <= piece.to);
      return Math.max(...around.map(({ scores }) => scores[one] as number));
    }
    return {
      found: scored.flatMap(({ piece, scores }) =>
        asked
          .filter((one) => (scores[one] as number) > 0)
          .map((one) => ({
            signal: signals[one] as Signal,
            strength: scores[one] as number,
            ...strongest(piece, (at) => sumsAt[at]?.sums[one] as number),
          })),
      ),
      doubted: (words.length < LEAST_DOUBTED ? [] : asked)
        .map((one) => ({ one, signal: signals[one] as Signal }))
        .filter(({ one, signal }) =>
          scored.some(
            ({ scores }) => (scores[one] as number) <= 0 && (scores[one] as number) > -(doubt.get(signal) ?? 0),
          ),
        )
        .map(({ signal }) => signal),
      strengthOf,
      isVetoed: (phrase) =>
        (strengthOf(phrase) ?? 0) < -(veto[signals.indexOf(phrase.signal)] ?? Number.POSITIVE_INFINITY),
    };
  };
}

function add(sums: Float64Array, more: (one: number) => number): void {
  for (let one = 0; one < sums.length; one += 1) sums[one] = (sums[one] as number) + more(one);
}

/** Returns the run of words with the highest sum. */
function strongest({ from, to }: Piece, sumAt: (at: number) => number): Piece {
  let best = { from, to, sum: 0 };
  let here = { from, sum: 0 };
  for (let place = from; place <= to; place += 1) {
    if (here.sum <= 0) here = { from: place, sum: 0 };
    here.sum += sumAt(place);
    if (here.sum > best.sum) best = { from: here.from, to: place, sum: here.sum };
  }
  return { from: best.from, to: best.to };
}
