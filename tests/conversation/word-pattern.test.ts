import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/conversation/understanding/intent-rules.ts";
import { any, either, near, openPatterns } from "../../src/conversation/understanding/word-pattern.ts";

describe("a pattern of words", () => {
  it.each([
    [near("kapan", "cair|turun"), "kapan pkh saya cair", true],
    [near("kapan", "cair"), "cair kapan", false],
    [near("kapan", "cair"), "kapan satu dua tiga empat lima cair", false],
    [either("kapan", "cair"), "cair kapan", true],
    [any("tidak dapat|gagal"), "saya tidak dapat", true],
    [any("tidak dapat|gagal"), "saya dapat", false],
  ])("%j holds of: %s", (pattern, line, holds) =>
    expect(openPatterns([pattern])(line)).toEqual(holds ? [pattern] : []),
  );

  it("needs the first words of the slot with the fewest ways to fill it", () => {
    expect(near("a|b|c", "tanda tangan|ttd").needs).toEqual(["tanda", "ttd"]);
    expect(either("a|b", "c").needs).toEqual(["c"]);
    expect(near("\\d+rb", "uang|beras").needs).toEqual(["uang", "beras"]);
  });
});

it("finds by words what a look at every rule finds", () => {
  const words = [...new Set(rules.flatMap(({ pattern }) => pattern.source.match(/(?<!\\)\b[a-z0-9]{2,}/g) ?? []))];
  const find = openPatterns(rules);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, "50rb", "desa"), { maxLength: 12 }), (said) => {
      const line = said.join(" ");
      expect(find(line)).toEqual(rules.filter(({ pattern }) => pattern.test(line)));
    }),
    { numRuns: 2_000 },
  );
});
