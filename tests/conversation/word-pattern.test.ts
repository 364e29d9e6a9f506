import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openPatterns, readPattern } from "../../src/conversation/understanding/word-pattern.ts";
import { rules } from "../support/shipped-words.ts";

const lists: Readonly<Record<string, string[]>> = { money: ["uang", "beras"], papers: ["tanda tangan", "ttd"] };
const read = (text: string) => readPattern(text, (name) => lists[name] ?? []);

describe("a pattern of words", () => {
  it.each([
    ["kapan ..4 cair|turun", "kapan pkh saya cair", true],
    ["kapan ..4 cair", "cair kapan", false],
    ["kapan ..4 cair", "kapan satu dua tiga empat lima cair", false],
    ["kapan & cair", "cair kapan", true],
    ["(tidak dapat|gagal)", "saya tidak dapat", true],
    ["(tidak dapat|gagal)", "saya dapat", false],
    ["minta ..4 {money}|#rb", "minta 50rb", true],
    ["minta ..4 {money}|#rb", "minta 50", false],
    ["^ hapus $", "hapus", true],
    ["^ hapus $", "tolong hapus", false],
  ])('"%s" matches "%s": %s', (text, line, holds) => {
    const pattern = read(text);
    expect(openPatterns([pattern])(line)).toEqual(holds ? [pattern] : []);
  });

  it("needs one of the words of its smallest slot", () => {
    expect(read("a|b|c ..4 (tanda tangan|ttd)").needs).toEqual(["tanda", "ttd"]);
    expect(read("a|b|c ..4 {papers}").needs).toEqual(["tanda", "ttd"]);
    expect(read("a|b & c").needs).toEqual(["c"]);
    expect(read("#rb ..4 uang|beras").needs).toEqual(["uang", "beras"]);
    expect(read("a? b|c").needs).toEqual(["b", "c"]);
  });
});

it("openPatterns returns the same rules as a search of every rule", () => {
  const words = [...new Set(rules.flatMap(({ pattern }) => pattern.source.match(/(?<!\\)\b[a-z0-9]{2,}/g) ?? []))];
  const find = openPatterns(rules);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, "50rb", "desa"), { maxLength: 12 }), (said) => {
      const line = said.join(" ");
      expect(find(line)).toEqual(rules.filter(({ pattern }) => pattern.test(`${line} `)));
    }),
    { numRuns: 2_000 },
  );
});
