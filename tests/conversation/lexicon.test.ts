import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openConcepts, parseLexicon, withoutEndings } from "../../src/conversation/understanding/lexicon.ts";
import { plainText } from "../../src/conversation/understanding/normalise.ts";
import { openLexicon } from "../../src/intent-model.ts";

const locales = join(import.meta.dirname, "../../locales");
const lexicon = openLexicon(locales);
const forms = [...lexicon.keys()];
const conceptsOf = openConcepts(lexicon);
const read = (text: string) => conceptsOf(plainText(text).split(" ").map(withoutEndings));

describe("the lexicon", () => {
  it("knows more than two thousand forms", () => expect(forms.length).toBeGreaterThan(2_000));

  it("holds every form as normalisation leaves it", () => {
    expect(forms.filter((form) => plainText(form) !== form)).toEqual([]);
  });

  it("finds every form by its concept", () => {
    expect(forms.filter((form) => read(form)[0] !== lexicon.get(form))).toEqual([]);
  });

  it("has no concept of fewer than three forms", () => {
    const byConcept = Map.groupBy(lexicon, ([, concept]) => concept);
    expect([...byConcept].filter(([, some]) => some.length < 3).map(([concept]) => concept)).toEqual([]);
  });

  it.each([
    ["resmi", "palsu"],
    ["meninggal", "masih hidup"],
    ["cair", "belum cair"],
    ["kaya", "miskin"],
    ["mampu", "tidak mampu"],
    ["mundur", "batal mundur"],
    ["terima kasih", "kecewa"],
    ["dicoret", "dimasukkan"],
    ["tepat sasaran", "terima kasih"],
    ["masih terdaftar", "tidak terdaftar"],
    ["dapat gak", "tidak pernah dapat"],
    ["disetujui", "resmi"],
  ])("holds %s and %s apart", (one, other) => {
    expect(lexicon.has(one)).toBe(true);
    expect(lexicon.has(other)).toBe(true);
    expect(lexicon.get(one)).not.toBe(lexicon.get(other));
  });

  it.each([
    ["pak kades minta uang", ["OFFICIAL", "TAKEN"]],
    ["bantuane durung cair", ["NOT_PAID"]],
    ["tetanggaku sugih", ["NEIGHBOUR", "RICH"]],
    ["kapan cairnya", ["ASK_WHEN", "PAID_OUT"]],
  ])("reads %s", (text, concepts) => expect(read(text)).toEqual(expect.arrayContaining(concepts)));
});

describe("a lexicon's file", () => {
  it.each([
    ["a concept in small letters", "cair\tpaid"],
    ["no concept", "cair"],
    ["a field too many", "cair\tPAID_OUT\tx"],
    ["no form", "\tPAID_OUT"],
    ["a form that stands twice", "cair\tPAID_OUT\ncair\tSTAGE"],
  ])("is refused with %s", (_, text) => expect(() => parseLexicon(text)).toThrow());

  it("is read with its comments", () => {
    const path = join(locales, "id/lexicon.tsv");
    expect(parseLexicon(readFileSync(path, "utf8")).get("cair")).toBe("PAID_OUT");
  });
});

it("finds the longest form at every place, whatever stands around it", () => {
  const find = openConcepts(
    new Map([
      ["a", "A"],
      ["a b", "AB"],
      ["a b c", "ABC"],
      ["b", "B"],
    ]),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 20 }), (words) => {
      const wanted = words.flatMap((word, at) => {
        const [second, third] = [words[at + 1], words[at + 2]];
        if (word === "b") return ["B"];
        if (word !== "a") return [];
        return second !== "b" ? ["A"] : third === "c" ? ["ABC"] : ["AB"];
      });
      expect(find(words.map((word) => [word]))).toEqual(wanted);
    }),
  );
});
