import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languagesIn } from "../../src/i18n.ts";

/** Modules that read what citizens and offices write. */
const READ = [
  "conversation",
  "messaging",
  "casework",
  "register",
  "imports",
  "districts",
  "media",
  "http",
  "effects",
].map((folder) => `src/${folder}/**/*.ts`);

/** Files that hold words all the same, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "src/conversation/understanding/intent-rules.ts": "the rules of the understanding",
  "src/conversation/understanding/words.ts": "the readings of the understanding",
  "src/conversation/understanding/normalise.ts": "the readings of the understanding",
  "src/register/district.ts": "what is said of a wrong code names what it is a code of",
  "src/districts/add-areas.ts": "a column of our own lists of areas",
  "src/districts/areas.ts": "the kinds of villages, as lists of areas name them",
  "src/imports/rows/area.ts": "columns of our own lists",
  "src/imports/rows/row.ts": "columns of our own lists",
  "src/messaging/find-person.ts": "the name of nobody, which costs as much to compare as a name",
};

/** Words in small letters; the keys of JSON are none. */
const wordsOf = (text: string): string[] =>
  [...text.replace(/"[^"\n]*":/g, "").matchAll(/\b[a-z]{2,}\b/g)].map(([word]) => word);
const wordsIn = (glob: string): string[] => globSync(glob).flatMap((path) => wordsOf(readFileSync(path, "utf8")));

/** The words of the lists of all languages but those that English sentences and the names of the vocabulary have too. */
function lexicon(): Set<string> {
  const lists = languagesIn("locales")
    .filter((language) => language !== "en")
    .flatMap((language) => wordsIn(`locales/${language}/words/*.json`));
  const technical = new Set([...wordsIn("locales/en/*.json"), ...wordsIn("src/vocabulary/lists.ts")]);
  return new Set(lists.filter((word) => !technical.has(word)));
}

const known = lexicon();
/** So many words of one literal are a list or a sentence, and no name. */
const LIST = 2;

/** The literals of a file that hold words in a list: beside a gap or a `|`. */
function listsIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  const strings = [
    ...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|(?<=[=(,:&|!?\s])\/((?:[^/\\\n]|\\.)+)\/[dgimsuy]*(?=[\s.,;)])/g),
  ];
  return strings
    .map(([, string, pattern]) => string ?? pattern ?? "")
    .filter((literal) => /[a-z] [a-z]|[a-z]\|[a-z]/.test(literal) && !/^\.{0,2}\/|^node:/.test(literal))
    .filter((literal) => literal.split(/[^a-z]+/).filter((word) => known.has(word)).length >= LIST);
}

/** Sets and arrays whose members are words: `new Set(["belum", "tidak"])`. */
function setsIn(text: string): string[] {
  const arrays = [...text.matchAll(/\[((?:\s*"[^"\n]*",?)+)\s*\]/g)].map(([, inner = ""]) => inner);
  return arrays.filter((inner) => {
    const words = [...inner.matchAll(/"([^"\n]*)"/g)].map(([, word = ""]) => word);
    return words.filter((word) => known.has(word)).length > words.length / 2;
  });
}
describe("words that people write", () => {
  const files = globSync(READ).filter((file) => !(file in ALLOWED));

  it("are found where they stand", () => {
    expect(listsIn("const NO = /\\b(?:tidak|belum|gak)\\b/;")).toHaveLength(1);
    expect(listsIn('new Set("kemarin wingi tadi".split(" "))')).toHaveLength(1);
    expect(setsIn('new Set(["belum", "tidak"])')).toHaveLength(1);
    expect(listsIn('say: [{ key: "common.sorry" }]')).toEqual([]);
  });

  it.each(files)("%s holds none", (file) => {
    const text = readFileSync(file, "utf8");
    expect([...listsIn(text), ...setsIn(text)]).toEqual([]);
  });

  it.each(Object.keys(ALLOWED).filter((file) => existsSync(file)))("%s is allowed for what it holds", (file) => {
    const text = readFileSync(file, "utf8");
    expect([...listsIn(text), ...setsIn(text)].length).toBeGreaterThan(0);
  });
});
