import { type Automaton, buildAutomaton, findMatches } from "./automaton.ts";
import { type Concepts, parsePattern } from "./pattern.ts";
import type { Shared } from "./table.ts";
import type { Shorthand, Word } from "./words.ts";

/** What a scorer sees of some words, each feature with how much it counts. */
export type Features = ReadonlyMap<string, number>;

export type FeatureReader = {
  /** The concepts at each word; read once for a text, however many windows are scored. */
  mark(words: readonly Word[]): Marked[];
  read(marked: readonly Marked[]): Features;
};

export type Marked = { written: string; name: string; forms: readonly string[]; concepts: readonly string[] };

/** Concepts whose names begin so are seen by the scorers. */
const SEEN = /^S_/;
/** Words between two concepts that still belong together. */
const REACH = 7;
/** Words between a concept and a word that still belong together. */
const NEAR = 3;
const [CONCEPT, PAIR, WORD, BESIDE, PIECE] = [2, 1.5, 1, 0.7, 0.8];
const [SHORTEST_PIECE, LONGEST_PIECE] = [3, 5];
const LONGEST_WORD = 20;

export function openFeatureReader({ concepts, shorthand }: Shared): FeatureReader {
  const names = [...concepts.keys()].filter((name) => SEEN.test(name));
  const machine: Automaton = buildAutomaton(names.map((name) => conceptAt(name, concepts)));
  return {
    mark(words) {
      const at = words.map(() => new Set<string>());
      for (const { phrase, from, to } of findMatches(machine, words))
        for (const place of new Set([from, to])) at[place]?.add((names[phrase] as string).slice(2));
      return words.map(({ written, forms }, place) => ({
        written,
        name: nameOf(written, forms, shorthand),
        forms: [...forms].filter((form) => !form.endsWith("*") && form.length > 1),
        concepts: [...(at[place] as Set<string>)],
      }));
    },
    read: readFeatures,
  };
}

const conceptAt = (name: string, concepts: Concepts) => parsePattern(`{${name}}`, concepts);

/** One form for all that a word may be read as. */
function nameOf(written: string, forms: ReadonlySet<string>, shorthand: Shorthand): string {
  for (const form of forms) {
    const reading = shorthand.get(form)?.[0];
    if (reading) return reading;
  }
  return /^\d/.test(written) ? "#" : written;
}

function readFeatures(marked: readonly Marked[]): Features {
  const found = new Map<string, number>();
  marked.forEach((word, at) => {
    for (const form of word.forms) found.set(`w ${form}`, WORD);
    found.set(`b ${word.name} ${marked[at + 1]?.name ?? "."}`, WORD);
    for (const concept of word.concepts) found.set(`c ${concept}`, CONCEPT);
    for (let step = 0; step <= REACH; step += 1) {
      const other = marked[at + step];
      if (!other) break;
      for (const one of word.concepts)
        for (const two of other.concepts) if (step > 0) found.set(`p ${one} ${two}`, PAIR);
      if (step === 0 || step > NEAR) continue;
      for (const one of word.concepts) found.set(`n ${one} ${other.name}`, BESIDE);
      for (const two of other.concepts) found.set(`n ${word.name} ${two}`, BESIDE);
    }
    for (const piece of piecesOf(word.written)) found.set(`s ${piece}`, PIECE);
  });
  return found;
}

/** Beginnings, middles and ends of a word. */
function piecesOf(word: string): string[] {
  const whole = `^${word.slice(0, LONGEST_WORD)}$`;
  const pieces: string[] = [];
  for (let size = SHORTEST_PIECE; size <= LONGEST_PIECE; size += 1)
    for (let from = 0; from + size <= whole.length; from += 1) pieces.push(whole.slice(from, from + size));
  return pieces;
}
