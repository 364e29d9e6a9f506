import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { compilePhrases } from "../../src/words/phrase.ts";

/** A list of phrases is an array, and a list of words may be text. */
type Lists = Readonly<Record<string, unknown>>;

const files = globSync("locales/*/words/*.json").map((path) => ({
  path,
  topic: basename(path, ".json"),
  lists: JSON.parse(readFileSync(path, "utf8")) as Lists,
}));

const entriesOf = (list: unknown): string[] =>
  typeof list === "string" ? list.split(" ") : Array.isArray(list) ? list : [];

const namedFrom = (own: string) => (reference: string) => {
  const [topic, name = ""] = reference.includes(".") ? reference.split(".") : [own, reference];
  return files.filter((file) => file.topic === topic).flatMap(({ lists }) => entriesOf(lists[name]));
};

function repeatedIn(phrase: string): string[] {
  const begins: number[] = [];
  return [...phrase].flatMap((sign, at) => {
    if (sign === "(") begins.push(at);
    const begin = sign === ")" ? begins.pop() : undefined;
    return begin !== undefined && phrase[at + 1] === "+" ? [phrase.slice(begin, at + 1)] : [];
  });
}

const wordsIn = (group: string, named: (list: string) => string[]): string[] => [
  ...new Set(
    group
      .replace(/\{([a-zA-Z.]+)\}/g, (_, list) => named(list).join("|"))
      .replaceAll("#", "5")
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  ),
];

const FEW = 12;
const MANY = 24;
/** Twice as many words take eight times as long in cubic time. */
const POLYNOMIAL = 30;
/** Times under this limit (ms) do not differ reliably. */
const LEAST = 1;
const LOOKS = 8;

function isExponential(group: string, word: string, named: (list: string) => string[]): boolean {
  const phrases = compilePhrases([`^ ${group}+ $`], named);
  const time = (copies: number): number => {
    const started = performance.now();
    phrases.isIn(`${`${word} `.repeat(copies)}qq`);
    return Math.max(performance.now() - started, LEAST);
  };
  let [few, many] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let look = 0; look < LOOKS; look += 1) {
    few = Math.min(few, time(FEW));
    many = Math.min(many, time(MANY));
    if (many <= POLYNOMIAL * few) return false;
  }
  return true;
}

describe("a text of one word of a repeated group, again and again, takes no exponential time", () => {
  it.each(files)("$path", ({ topic, lists }) => {
    const named = namedFrom(topic);
    const groups = new Set(Object.values(lists).flatMap(entriesOf).flatMap(repeatedIn));
    const slow = [...groups].flatMap((group) =>
      wordsIn(group, named)
        .filter((word) => isExponential(group, word, named))
        .map((word) => `${word}: ${group}`),
    );
    expect(slow).toEqual([]);
  });
});

describe("a repeated group whose wordings overlap", () => {
  it.each([
    ["a word stands twice", "(dulu|ya|dulu)"],
    ["two lists share words", "({tail}|{off})"],
    ["a wording is made of the others", "(terima|kasih|terima kasih)"],
    ["a sign stands for a word", "(*rb|rb|#|5)"],
  ])("is no slower if %s", (_, group) => {
    const named = (list: string) => (list === "tail" ? ["deh", "jadi"] : ["jadi"]);
    expect(wordsIn(group, named).filter((word) => isExponential(group, word, named))).toEqual([]);
  });

  it("still matches each of them", () => {
    const phrases = compilePhrases(["^ (terima|kasih|terima kasih|*rb|rb|#|saja)+ $"], () => []);
    expect(phrases.isIn("terima kasih 50rb rb 5 saja kasih")).toBe(true);
    expect(phrases.isIn("terima kasih ya")).toBe(false);
  });
});
