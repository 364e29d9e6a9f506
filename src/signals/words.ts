import { openRepeats } from "./repeats.ts";
import { rootsOf } from "./roots.ts";

/** Patterns may read a word in each of its forms, also as a beginning (`minta*`) or a root (`~pukul`). */
export type Word = { written: string; forms: ReadonlySet<string>; sentence: number };

export type Shorthand = ReadonlyMap<string, readonly string[]>;

/** The beginnings (`minta*`) and roots (`~pukul`) that patterns ask for. */
export type Asked = { has(form: string): boolean };

/** In characters. */
export const MOST_READ = 4_000;
/** Every word of a short text gets this form: a cry for help may be one word. */
const SHORT_TEXT = "@short";
const FEW_WORDS = 6;
const ANY_NUMBER = "#";
/** A fever of 39,8 is a fever of 39. */
const TENTHS = /[.,]\d$/;

/** Endings that do not change a word's meaning, each with the fewest letters that must remain. */
const ENDINGS: readonly (readonly [string, number])[] = [
  ["nyakah", 3],
  ["nya", 3],
  ["ny", 4],
  ["lah", 3],
  ["kah", 3],
  ["pun", 4],
  ["ku", 3],
  ["mu", 3],
  ["ipun", 4],
  ["nipun", 4],
  ["ne", 4],
  ["e", 4],
  ["'s", 2],
];

const ABBREVIATED = new Set(
  "pak bpk bp bu ibu sdr sdri dr hj h rp kec ds dsn kel kab jl no tgl dll yth rt rw".split(" "),
);
const LONGEST_BEGINNING = 24;

/** Several full stops in a row end no sentence, because people write them like a comma. */
const TOKEN = /[\p{L}\p{M}]+(?:['’ʼ`][\p{L}\p{M}]+)*|\d+(?:[.,]\d+)*|[.!?]+/gu;

const EVERYTHING: Asked = { has: () => true };

export type Forms = { shorthand: Shorthand; asked: Asked; known: Map<string, ReadonlySet<string>> };

const MOST_KNOWN = 4_000;

export const openForms = (shorthand: Shorthand, asked: Asked = EVERYTHING): Forms => ({
  shorthand,
  asked,
  known: new Map(),
});

/** Keeps at most three repeats in a row. */
export function readWords(text: string, forms: Forms): Word[] {
  const words: Word[] = [];
  const countRepeated = openRepeats();
  let sentence = 0;
  let passive = "";
  for (const [token] of plain(text).matchAll(TOKEN)) {
    if (/^[.!?]/.test(token)) {
      const last = words.at(-1)?.written ?? "";
      if (/[!?]/.test(token) || (token === "." && !ABBREVIATED.has(last))) sentence += 1;
      passive = "";
    } else if (token === "di" || token === "dipun") {
      passive = token;
    } else {
      words.push({ written: token, forms: knownForms(token, passive, forms), sentence });
      words.length -= countRepeated(`${passive} ${forms.shorthand.get(token)?.[0] ?? token}`);
      passive = "";
    }
  }
  return words.length > FEW_WORDS
    ? words
    : words.map((word) => ({ ...word, forms: new Set([...word.forms, SHORT_TEXT]) }));
}

const plain = (text: string): string =>
  text
    .slice(0, MOST_READ)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Cf}\p{Cc}]/gu, (mark) => (mark === "\n" || mark === "\t" || mark === "\r" ? " " : ""))
    .replace(/(\p{L})2(?!\d)/gu, "$1 ") // "orang2"
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " "); // "50rb"

function knownForms(token: string, passive: string, forms: Forms): ReadonlySet<string> {
  if (/^\d/.test(token)) return new Set([ANY_NUMBER, token, token.replace(TENTHS, "")]);
  const key = `${passive} ${token}`;
  const known = forms.known.get(key);
  if (known) return known;
  const made = formsOf(token, passive, forms);
  if (forms.known.size >= MOST_KNOWN) forms.known.clear();
  forms.known.set(key, made);
  return made;
}

/** `passive` is a "di" or "dipun" that stands apart before the word ("di potong"). */
function formsOf(token: string, passive: string, { shorthand, asked }: Omit<Forms, "known">): ReadonlySet<string> {
  const bare = token.replace(/[’ʼ`]/g, "'");
  const forms = new Set<string>();
  const add = (form: string): void => {
    forms.add(form);
    for (const reading of shorthand.get(form) ?? []) forms.add(reading);
  };
  for (const base of [bare, bare.replaceAll("'", ""), bare.replace(/(\p{L})\1$/u, "$1")]) {
    for (const form of [base, ...stemsOf(base)]) {
      add(form);
      if (passive) add(`di${form}`);
      if (form.startsWith("dipun") && form.length > 8) add(`di${form.slice(5)}`);
    }
  }
  for (const whole of [...forms])
    for (let end = 2; end <= Math.min(whole.length, LONGEST_BEGINNING); end += 1) {
      const beginning = `${whole.slice(0, end)}*`;
      if (asked.has(beginning)) forms.add(beginning);
    }
  for (const root of rootsOf(bare)) if (asked.has(`~${root}`)) forms.add(`~${root}`);
  return forms;
}

function stemsOf(word: string): string[] {
  const once = ENDINGS.flatMap(([ending, shortest]) =>
    word.endsWith(ending) && word.length - ending.length >= shortest ? [word.slice(0, -ending.length)] : [],
  );
  const twice = once.flatMap((stem) =>
    ["nya", "ku", "mu", "e"].flatMap((ending) =>
      stem.endsWith(ending) && stem.length - ending.length >= 4 ? [stem.slice(0, -ending.length)] : [],
    ),
  );
  return [...once, ...twice];
}
