import type { Words } from "../words/words.ts";
import { namesInCell, withoutDescent } from "./name-cells.ts";

type Names = Words["names"];

/** Spellings that count as equal, such as Soejono, Sujono and Suyono; Syaiful and Saiful; Zainal and Zaenal. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, "u"],
  [/dj/g, "j"],
  [/tj/g, "c"],
  [/nj/g, "ny"],
  [/s[jyh]/g, "s"],
  [/[ck]h/g, "h"],
  [/d[hz]/g, "d"],
  [/ae/g, "ai"],
  [/v/g, "f"],
  [/q/g, "k"],
  [/(.)\1+/g, "$1"],
  [/(?<=[aiu])h$/, ""],
];

const soundOf = (word: string): string => SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);

/** The store keeps these words, so no word list may change them. Only a query may leave words out. */
export const soundsOf = (name: string, leftOut: ReadonlySet<string> = new Set()): string[] =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}'’`]/gu, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && !leftOut.has(word))
    .map(soundOf);

function wordsOf(name: string, { titles, degrees, spellings, leftOut }: Names): string[] {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}'’`]/gu, "")
    .replace(/\bs\.\s?([a-z]+)\b\.?/g, (whole, degree: string) => (degrees.has(degree) ? " " : whole))
    .replace(/[^a-z]+/g, " ")
    .trim();
  const words = plain
    .split(" ")
    .map((word, index) => (index === 0 && titles.has(word) ? (spellings.get(word) ?? word) : word)) // a degree stands after a name, so a first word is no degree
    .filter((word) => word !== "" && !titles.has(word));
  return words.map((word, index) => {
    const isLetter = word.length === 1 && index === 0 && words.length > 1;
    const full = isLetter ? ([...leftOut].find((one) => one.startsWith(word)) ?? word) : word;
    return spellings.get(full) ?? soundOf(full);
  });
}

const LONGEST_NAME = 200;

/**
 * Whether a typed name proves that the writer knows the registered name. The names may differ in:
 * - titles, case, accents, old spelling, and the spellings of Muhammad and Ahmad;
 * - joined or split words;
 * - one missing middle word, or a missing first name such as Muhammad;
 * - one typing mistake in a word of five letters or more.
 *
 * Refuses any other difference, because siblings' names often differ by one letter or word.
 */
export function isSameName(typed: string, registered: string, { names }: Pick<Words, "names">): boolean {
  if (typed.length > LONGEST_NAME) return false;
  if (isWholeName(typed, registered, names)) return true;
  const countWords = (name: string): number => withoutFirst(wordsOf(name, names), names).length;
  const known = namesInCell(registered, names, countWords);
  if (known.some(({ name }) => isWholeName(typed, name, names))) return true;
  const given = withoutDescent(typed, names);
  if (given === typed) return false;
  const undescended = [{ name: registered, hadDescent: withoutDescent(registered, names) !== registered }, ...known];
  return undescended.some(({ name, hadDescent }) => !hadDescent && isWholeName(given, name, names));
}

function isWholeName(typed: string, registered: string, names: Names): boolean {
  const given = wordsOf(typed, names);
  const known = wordsOf(registered, names);
  if (given.length === 0 || known.length === 0) return false;
  if (given.join("") === known.join("")) return true;
  const [shortGiven, shortKnown] = [withoutFirst(given, names), withoutFirst(known, names)];
  if (shortGiven.length !== given.length || shortKnown.length !== known.length) {
    const same = shortGiven.join("") === shortKnown.join("");
    const both = given.length !== shortGiven.length && known.length !== shortKnown.length;
    if (same && shortGiven.length > 0) return true;
    return both ? allWordsMatch(shortGiven, shortKnown) : false;
  }
  return allWordsMatch(given, known);
}

function withoutFirst(words: string[], { leftOut }: Names): string[] {
  return words.length > 1 && leftOut.has(words[0] ?? "") ? words.slice(1) : words;
}

function allWordsMatch(given: string[], known: string[]): boolean {
  const left = known.length - given.length;
  if (left < 0 || left > 1 || (left === 1 && given.length < 2)) return false;
  let skipped = 0;
  for (const [index, word] of given.entries()) {
    if (isSameWord(word, known[index + skipped] ?? "")) continue;
    const isLast = index === given.length - 1;
    if (skipped === left || index === 0 || !isSameWord(word, known[index + skipped + 1] ?? "")) return false;
    if (isLast && index + skipped + 1 !== known.length - 1) return false;
    skipped += 1;
  }
  return given.length + skipped === known.length;
}

const SLIP_FROM = 5;
/** Pairs of vowels that sound alike. */
const ALIKE = new Set(["ei", "ie", "ou", "uo"]);
const SILENT = new Set(["h", "y", "w"]);

function isSameWord(given: string, known: string): boolean {
  if (given === known) return true;
  if (known.length === 1) return given.startsWith(known);
  if (given.length < SLIP_FROM || known.length < SLIP_FROM) return false;
  let at = 0;
  while (given[at] === known[at]) at += 1;
  const [g, k] = [given.slice(at), known.slice(at)];
  if (g.length === k.length) {
    const swapped = g[0] === k[1] && g[1] === k[0] && g.slice(2) === k.slice(2);
    const alike = ALIKE.has(`${g[0]}${k[0]}`) && g.length > 1 && g.slice(1) === k.slice(1);
    return swapped || alike;
  }
  const [long, short] = g.length > k.length ? [g, k] : [k, g];
  return SILENT.has(long[0] ?? "") && long.slice(1) === short && short !== "";
}
