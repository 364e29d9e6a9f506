import type { Spans } from "./find-matches.ts";
import { likelyRoot } from "./likely-root.ts";
import type { Shared } from "./table.ts";
import type { Shorthand, Word } from "./words.ts";

export type Tell = (feature: string, value: number) => void;

/** Tells the features of the word at `at`, except the pieces of the word. */
export type Seen = (at: number, tell: Tell) => void;

/** Only concepts whose name begins with `S_` are features. */
const SEEN = /^\{S_([A-Z_]+)\}$/;
/** In words: the largest distance in a pair of two concepts. */
const CONCEPT_REACH = 7;
/** In words: the largest distance in a pair of a concept and a word. */
const WORD_REACH = 3;
const [CONCEPT, PAIR, WORD, BESIDE, PIECE] = [0.7, 0.4, 1, 0.3, 0.5];
const [SHORTEST_PIECE, LONGEST_PIECE] = [3, 5];
const LONGEST_WORD = 20;

type Marked = { written: string; name: string; root: string; forms: readonly string[]; concepts: readonly string[] };

export function featuresOf(words: readonly Word[], spans: Spans, { shorthand }: Pick<Shared, "shorthand">): Seen {
  const marked = markWords(words, spans, shorthand);
  return (at, tell) => {
    const word = marked[at];
    if (!word) return;
    for (const form of word.forms) tell(`w ${form}`, WORD);
    tell(`r ${word.root}`, WORD);
    tell(`b ${marked[at - 1]?.name ?? "."} ${word.name}`, WORD);
    tell(`q ${marked[at - 1]?.root ?? "."} ${word.root}`, WORD);
    for (const concept of word.concepts) tell(`c ${concept}`, CONCEPT);
    for (let step = 1; step <= CONCEPT_REACH; step += 1) {
      const other = marked[at - step];
      if (!other) break;
      for (const one of other.concepts) for (const two of word.concepts) tell(`p ${one} ${two}`, PAIR);
      if (step > WORD_REACH) continue;
      for (const one of other.concepts) tell(`n ${one} ${word.name}`, BESIDE);
      for (const two of word.concepts) tell(`n ${other.name} ${two}`, BESIDE);
    }
  };
}

function markWords(words: readonly Word[], spans: Spans, shorthand: Shorthand): Marked[] {
  const at = words.map(() => new Set<string>());
  spans.forEach((own, from) => {
    for (const { symbol, to } of own) {
      const name = SEEN.exec(symbol)?.[1];
      if (name) for (const place of [from, to]) at[place]?.add(name);
    }
  });
  return words.map(({ written, forms }, place) => {
    const name = nameOf(written, forms, shorthand);
    return {
      written,
      name,
      root: likelyRoot(name),
      forms: [...forms].filter((form) => !form.endsWith("*") && form.length > 1),
      concepts: [...(at[place] as Set<string>)],
    };
  });
}

function nameOf(written: string, forms: ReadonlySet<string>, shorthand: Shorthand): string {
  for (const form of forms) {
    const reading = shorthand.get(form)?.[0];
    if (reading) return reading;
  }
  return /^\d/.test(written) ? "#" : written;
}

export function tellPieces(word: string, tell: Tell): void {
  const whole = `^${word.slice(0, LONGEST_WORD)}$`;
  for (let size = SHORTEST_PIECE; size <= LONGEST_PIECE; size += 1)
    for (let from = 0; from + size <= whole.length; from += 1) tell(`s ${whole.slice(from, from + size)}`, PIECE);
}
