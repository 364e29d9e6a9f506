import { featuresOf, type Tell, tellPieces } from "./features.ts";
import type { Spans } from "./find-matches.ts";
import type { Signal } from "./signal-names.ts";
import type { Shared } from "./table.ts";
import type { Weights } from "./weights.ts";
import type { Word } from "./words.ts";

export const SCORED = "";

export type Piece = { from: number; to: number };

export const WINDOW = 24;
const STEP = 12;

export function windowsOf(length: number): Piece[] {
  const windows: Piece[] = [];
  for (let from = 0; from < length; from += STEP) {
    windows.push({ from, to: Math.min(from + WINDOW, length) - 1 });
    if (from + WINDOW >= length) break;
  }
  return windows;
}

/** This lowers the score of a text of few words. */
export const ADDED_SQUARE = 20;

type Sums = { sums: Float64Array; square: number };

const MOST_KNOWN = 4_000;

/** `doubted`: signals with a score close below their limit. */
export type Score = {
  /** `strength` is the score above the limit, in hundredths. */
  found: (Piece & { signal: Signal; strength: number })[];
  doubted: Signal[];
  /**
   * Returns the best score around a phrase, in hundredths. Returns `undefined` if the weights cannot judge the text.
   */
  strengthOf(phrase: Piece & { signal: Signal }): number | undefined;
  isVetoed(phrase: Piece & { signal: Signal }): boolean;
};

/** In a text of fewer words, the score is hardly more than the bias. */
const LEAST_DOUBTED = 4;
const LEAST_VETOED = 6;
/** Below this share of known words (in hundredths), the weights say nothing about a phrase. */
const LEAST_KNOWN = 50;

/** For each signal, how far (in hundredths) below its limit a score is still in doubt. */
export type Doubt = ReadonlyMap<Signal, number>;

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
