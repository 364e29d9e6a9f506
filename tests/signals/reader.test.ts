import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAutomaton } from "../../src/signals/automaton.ts";
import { findMatches } from "../../src/signals/find-matches.ts";
import { parsePattern } from "../../src/signals/pattern.ts";
import { openSignalReader } from "../../src/signals/reader.ts";
import { parseShared, parseTable } from "../../src/signals/table.ts";
import { MOST_READ, openForms, readWords } from "../../src/signals/words.ts";
import { anyCharacter } from "../support/any-character.ts";

const shared = parseShared(
  [
    "form\tuang\tduit",
    "form\ttidak\tgak|ora",
    "concept\tNOT\ttidak",
    "concept\tCHIEF\t(pak|) (kades|kepala desa)",
  ].join("\n"),
);
const forms = openForms(shared.shorthand);
const matches = (pattern: string, text: string): boolean =>
  findMatches(buildAutomaton([parsePattern(pattern, shared.concepts)]), readWords(text, forms)).length > 0;

describe("a pattern", () => {
  it.each([
    ["minta uang", "minta uang"],
    ["minta uang", "MINTAAA duitnya!"],
    ["minta uang", "dia minta, uang"],
    ["minta .. uang", "minta kepada kami semua uang"],
    ["minta (uang|beras)", "pak minta beras"],
    ["{CHIEF} .. uang", "pak kades bagi uang"],
    ["{CHIEF} .. uang", "kepala desa bagi uang"],
    ["dipotong", "di potong"],
    ["disuwun", "dipun suwun"],
    ["disuwun", "dipunsuwun"],
    ["pungut*", "pungutanne"],
    ["# ribu", "100ribu"],
    ["kartu", "kartunyalah"],
    ["orang kaya", "orang2 kaya"],
    ["a (b|) c", "a c"],
    ["~pukul", "dipukuli terus"],
    ["~tampar", "menampar"],
    ["~cekik", "nyekik"],
    ["~kaplok", "ngaplok"],
    ["~gebuk", "digebugi"],
    ["~siksa", "disiksane"],
    ["banjir @short", "banjir pak"],
    ["dont tell", "don't tell"],
    ["pak kades", "pak. kades"],
  ])("%s matches: %s", (pattern, text) => expect(matches(pattern, text)).toBe(true));

  it.each([
    ["minta uang", "minta kepada kami uang"],
    ["minta .. uang", "minta satu dua tiga empat lima uang"],
    ["minta .. uang", "kapan boleh minta? Uang sudah habis"],
    ["dipotong", "potong"],
    ["pak", "pake"],
    ["# ribu", "ribu"],
    ["a (b|c) d", "a d"],
    ["~pukul", "memupuk"],
    ["banjir @short", "kalau banjir kami semua lari ke balai"],
  ])("%s does not match: %s", (pattern, text) => expect(matches(pattern, text)).toBe(false));

  it.each(["minta )", "(minta", "{NOBODY} minta", "di potong", "mi-nta", ".. uang", "(uang|)"])(
    "says what is wrong with: %s",
    (pattern) => expect(() => buildAutomaton([parsePattern(pattern, shared.concepts)])).toThrow(),
  );
});

describe("a table", () => {
  const table = parseTable(
    [
      "# a comment",
      "phrase\tsuap",
      "unnegated\tdipotong",
      "harmless\tgaji .. dipotong",
      "must\tsuap",
      "must-not\tgaji",
    ].join("\n"),
    shared,
  );
  const reader = openSignalReader(new Map([["accusation", [table]]]), shared);

  it.each([
    ["ada suap", true],
    ["tidak ada suap", true],
    ["bantuan dipotong", true],
    ["bantuan gak dipotong", false],
    ["gak tahu. dipotong terus", true],
    ["gaji suami dipotong", false],
    ["gaji suami dipotong, bantuan dipotong", true],
    ["gaji kena suap terus dipotong", true],
  ])("%s", (text, fires) => expect(reader.read(text)).toEqual(fires ? ["accusation"] : []));

  it.each([
    ["air naik. orang lari", true],
    ["orang lari, air naik", true],
    ["air naik", false],
    ["air naik, orang lari, itu dulu", false],
  ])("finds parts near each other in any order, unless another pattern is near: %s", (text, fires) => {
    const lines = ["concept\tWATER=air|banjir", "phrase\t{WATER} naik & lari ! dulu", "must\tx", "must-not\ty"];
    const own = openSignalReader(new Map([["disaster", [parseTable(lines.join("\n"), shared)]]]), shared);
    expect(own.read(text)).toEqual(fires ? ["disaster"] : []);
  });

  it("refuses unknown lines", () => {
    expect(() => parseTable("frase\tsuap", shared)).toThrow("unknown line");
    expect(() => parseTable("phrase\tsuap\tlebih", shared)).toThrow("two fields");
    expect(() => parseShared("concept\tX", shared)).toThrow("three fields");
    expect(() => parseTable("concept\tCHIEF=lurah", shared)).toThrow("a name of its own");
  });
});

describe("any text", () => {
  it("is read without an error and only to its first characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), fc.string({ maxLength: 50 }), (text, more) => {
        const filled = text.padEnd(MOST_READ, " ").slice(0, MOST_READ);
        expect(readWords(`${filled}${more}`, forms)).toEqual(readWords(filled, forms));
      }),
    );
  });

  it("gives its words in order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom("uang", "pak", "kades", "minta"), { minLength: 1 }), (words) => {
        expect(readWords(words.join(" "), forms).map(({ written }) => written)).toEqual(words);
      }),
    );
  });

  it.each([
    ["uang uang uang", "uang uang uang"],
    ["uang uang uang uang uang kades", "uang uang uang kades"],
    ["uang duit uang duit uang", "uang duit uang"],
    ["pak kades ".repeat(5), "pak kades ".repeat(3).trim()],
    ["minta uang pak ".repeat(4).concat("minta beras"), "minta uang pak ".repeat(3).concat("minta beras")],
    ["takut! takut! takut! takut! tolong", "takut takut takut tolong"],
  ])("keeps at most three repeats in a row: %s", (text, read) => {
    expect(
      readWords(text, forms)
        .map(({ written }) => written)
        .join(" "),
    ).toBe(read);
  });
});
