import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languagesIn } from "../../src/i18n.ts";

const READ = globSync("src/**/*.ts").filter((file) => !/^src\/(cli|demo|doctor)\//.test(file));

/** Files that may hold words of citizens, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  "src/conversation/understanding/normalise.ts": "the readings of the understanding",
  "src/conversation/understanding/chain-letter.ts": "endings of hosts, such as .online",
  "src/conversation/understanding/lexicon.ts": "the endings that a form of the lexicon may have",
  "src/register/district.ts": "what is said of a wrong code names what it is a code of",
  "src/districts/add-areas.ts": "a column of our own lists of areas",
  "src/districts/read-areas.ts": "columns of our own lists of areas",
  "src/districts/areas.ts": "the kinds of villages, as lists of areas name them",
  "src/imports/rows/area.ts": "columns of our own lists",
  "src/imports/rows/register-row.ts": "columns of our own lists",
  "src/imports/rows/row-findings.ts": "columns of our own lists",
  "src/imports/rows/birth-and-sex.ts": "what offices write into a column of our own lists",
  "src/imports/rows/column-names.ts": "columns of our own lists",
  "src/signals/likely-root.ts": "how Indonesian and Javanese words are taken apart",
  "src/signals/words.ts":
    "how Indonesian and Javanese words are taken apart, and after what a full stop ends no sentence",
  "src/channels/whatsapp-web/gateway.ts": "names of metrics",
  "src/store/decoy-rows.ts": "the name of nobody, which costs as much to open as a name",
  "src/messaging/find-person.ts": "the name of nobody, which costs as much to compare as a name",
};

const wordsOf = (text: string): string[] =>
  [...text.replace(/"[^"\n]*":|\{[a-zA-Z.]+\}/g, "").matchAll(/\b[a-z]{2,}\b/g)].map(([word]) => word);
const wordsIn = (glob: string): string[] => globSync(glob).flatMap((path) => wordsOf(readFileSync(path, "utf8")));

/** Returns the words of all languages' lists, without English words and names of the vocabulary. */
function lexicon(): Set<string> {
  const lists = languagesIn("locales")
    .filter((language) => language !== "en")
    .flatMap((language) => wordsIn(`locales/${language}/words/*.json`));
  // The first four are technical names and also words of citizens.
  const technical = new Set([
    "cancel",
    "no",
    "bot",
    "link",
    ...wordsIn("locales/en/*.json"),
    ...wordsIn("src/vocabulary/lists.ts"),
  ]);
  return new Set(lists.filter((word) => !technical.has(word)));
}

const known = lexicon();
/** A literal with this many words is a list or a sentence. */
const LIST = 2;

function listsIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  const strings = [
    ...code.matchAll(
      /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|(?<=[=(,:&|!?\s])\/((?:[^/\\\n]|\\.)+)\/[dgimsuy]*(?=[\s.,;)])/g,
    ),
  ];
  return strings
    .map(([, string, template, pattern]) => string ?? template?.replace(/\$\{[^}]*\}/g, "") ?? pattern ?? "")
    .filter((literal) => !NO_WORDS.test(literal))
    .filter((literal) => /[a-z] [a-z]|[a-z]\|[a-z]/.test(literal) && !/^\.{0,2}\/|^node:/.test(literal))
    .filter((literal) => literal.split(/[^a-zA-Z]+/).filter((word) => known.has(word)).length >= LIST);
}

/** SQL statements and rules of a style sheet. */
const NO_WORDS = /^\s*(?:select|update|insert|delete|create|alter|with)\b|\{[^}]*:[^}]*;/;

const sentencesIn = (text: string): string[] =>
  [...text.matchAll(/<(?:p|h\d|title|button|label|a|li|span)\b[^<>]*>([^<>]*)</g)]
    .map(([, said = ""]) => said.replace(/\$\{[^}]*\}/g, ""))
    .filter((said) => /\p{L}{2,} \p{L}{2,}/u.test(said));

function setsIn(text: string): string[] {
  const arrays = [...text.matchAll(/\[((?:\s*"[^"\n]*",?)+)\s*\]/g)].map(([, inner = ""]) => inner);
  return arrays.filter((inner) => {
    const words = [...inner.matchAll(/"([^"\n]*)"/g)].map(([, word = ""]) => word);
    return words.filter((word) => known.has(word)).length >= words.length / 2;
  });
}
describe("words that people write", () => {
  const files = READ.filter((file) => !(file in ALLOWED));

  it("are found in code", () => {
    expect(listsIn("const NO = /\\b(?:tidak|belum|gak)\\b/;")).toHaveLength(1);
    expect(listsIn('new Set("kemarin wingi tadi".split(" "))')).toHaveLength(1);
    expect(setsIn('new Set(["belum", "tidak"])')).toHaveLength(1);
    expect(setsIn('const YES = ["ya", "yes"];')).toHaveLength(1);
    expect(listsIn("const page = `<h1>Pindai dengan WhatsApp kantor</h1>`;")).toHaveLength(1);
    expect(sentencesIn("<h1>Scan the code</h1><p>OK</p>")).toEqual(["Scan the code"]);
    expect(listsIn('say: [{ key: "common.sorry" }]')).toEqual([]);
  });

  it.each(files)("do not stand in %s", (file) => {
    const text = readFileSync(file, "utf8");
    expect([...listsIn(text), ...setsIn(text), ...sentencesIn(text)]).toEqual([]);
  });

  it.each(Object.keys(ALLOWED).filter((file) => existsSync(file)))("still stand in %s, which may have them", (file) => {
    const text = readFileSync(file, "utf8");
    expect([...listsIn(text), ...setsIn(text)].length).toBeGreaterThan(0);
  });
});
