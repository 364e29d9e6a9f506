import { likelyRoot } from "../../signals/likely-root.ts";
import type { Words } from "../../words/words.ts";
import { type Lexicon, openConcepts, type Variants, withoutEndings } from "./lexicon.ts";
import { plainText, stemmed } from "./normalise.ts";

/** `EDGE` is for a word near an end of the message. */
const [WORD, ROOT, PAIR, NEAR, EDGE, PIECE, SHAPE] = [0.7, 1, 0.6, 0.35, 0.5, 0.5, 0.4];
/** `JOINT` is for letters that reach from one word into the next. */
const [CONCEPT, CONCEPTS, JOINT] = [1.2, 0.6, 0.4];
const CONCEPTS_REACH = 3;
const JOINT_LENGTH = 5;
const [SHORTEST_PIECE, LONGEST_PIECE] = [3, 4];
const LONGEST_WORD = 20;
/** In words, without fillers. */
const REACH = 4;
/** Words near the ends often say the citizen's wish, so they count once more. */
const ENDS = 3;
/** In characters. */
const LONGEST_TEXT = 4_000;

const LENGTHS = [0, 1, 3, 6, 12, 25];

export type Spellings = ReadonlyMap<string, string>;

type Read = { read: string; known: boolean; root: string; carries: boolean; variants: Variants };

const MOST_KNOWN = 8_000;

export type Tell = (name: string, value: number) => void;

type Shown = { words: readonly string[]; together: ReadonlyMap<string, number> };

type FeatureReader = {
  read(text: string): Shown;
  tellWord(word: string, tell: Tell): void;
};

export function openFeatureReader(spellings: Spellings, lexicon: Lexicon, readings: Words["readings"]): FeatureReader {
  const conceptsOf = openConcepts(lexicon);
  const met = new Map<string, Read>();
  function readWord(word: string): Read {
    const known = met.get(word);
    if (known) return known;
    const reading = readings.readAs.get(word) ?? spellings.get(word) ?? stemmed(word, readings);
    const read = reading ?? numberName(word) ?? word;
    const variants = [...withoutEndings(word), read];
    const made = {
      read,
      known: reading !== undefined,
      root: likelyRoot(read),
      carries: !readings.fillers.has(read),
      variants,
    };
    if (met.size >= MOST_KNOWN) met.clear();
    met.set(word, made);
    return made;
  }

  return {
    read(text) {
      const together = new Map<string, number>();
      const tell = (name: string, value: number): void => {
        together.set(name, value);
      };
      const words = plainText(text.slice(0, LONGEST_TEXT)).split(" ").filter(Boolean);
      const all = words.map(readWord);
      const content = all.filter(({ carries }) => carries);
      tellPairs(content, tell);
      tellJoints(content, tell);
      tellConcepts(conceptsOf(all.map(({ variants }) => variants)), tell);
      for (const { root } of content.slice(-ENDS)) tell(`e ${root}`, EDGE);
      for (const { root } of content.slice(0, ENDS)) tell(`f ${root}`, EDGE);
      tell(`l ${LENGTHS.find((length) => content.length <= length) ?? "more"}`, SHAPE);
      if (text.includes("?")) tell("?", SHAPE);
      return { words: [...new Set(words)], together };
    },
    tellWord(word, tell) {
      tell(`w ${word}`, WORD);
      tell(`r ${readWord(word).root}`, ROOT);
      if (!/^\d+$/.test(word)) tellPieces(word, tell);
    },
  };
}

/** Numbers of nearly equal length share one name. */
function numberName(word: string): string | undefined {
  if (!/^\d+$/.test(word)) return undefined;
  if (word.length >= 8) return "#long";
  return word.length >= 4 ? "#middle" : "#";
}

function tellPieces(word: string, tell: Tell): void {
  const whole = `^${word.slice(0, LONGEST_WORD)}$`;
  for (let size = SHORTEST_PIECE; size <= LONGEST_PIECE; size += 1)
    for (let from = 0; from + size <= whole.length; from += 1) tell(`s ${whole.slice(from, from + size)}`, PIECE);
}

function tellPairs(content: readonly Read[], tell: Tell): void {
  for (const [at, word] of content.entries()) {
    tell(`b ${content[at - 1]?.root ?? "."} ${word.root}`, PAIR);
    for (let step = 2; step <= REACH; step += 1) {
      const other = content[at - step];
      if (other?.known && word.known) tell(`k ${other.root} ${word.root}`, NEAR);
    }
  }
}

function tellJoints(content: readonly Read[], tell: Tell): void {
  const joined = content.map(({ root }) => root).join("_");
  for (let from = 0; from + JOINT_LENGTH <= joined.length; from += 1) {
    const piece = joined.slice(from, from + JOINT_LENGTH);
    if (piece.includes("_")) tell(`x ${piece}`, JOINT);
  }
}

function tellConcepts(concepts: readonly string[], tell: Tell): void {
  for (const [at, concept] of concepts.entries()) {
    tell(`c ${concept}`, CONCEPT);
    for (const before of concepts.slice(Math.max(0, at - CONCEPTS_REACH), at)) tell(`d ${before} ${concept}`, CONCEPTS);
  }
}
