import { describe, expect, it } from "vitest";
import { compilePhrases, sourceOf } from "../../src/words/phrase.ts";

const none = () => [];

describe("a phrase", () => {
  it.each([
    ["belum cair", "kok belum cair pak", true],
    ["belum cair", "kok belumcair", false],
    ["cair", "pencairan", false],
    ["cair*", "cairnya kapan", true],
    ["*klik", "diklik ya", true],
    ["ora|tidak tahu", "aku ora tahu", true],
    ["(saat ini|sekarang) juga", "saat ini juga", true],
    ["kok? lama", "lama", true],
    ["^ (kok|lho)+? lama $", "kok lho kok lama", true],
    ["^ (kok|lho)+? lama $", "kok lho kok lama sekali", false],
    ["jangan ..2 bilang", "jangan sampai kamu bilang", true],
    ["jangan ..2 bilang", "jangan sampai kamu semua bilang", false],
    ["kirim ke #", "kirim ke 10 orang", true],
    ["kirim ke #", "kirim ke sepuluh orang", false],
    ["^ sudah", "belum sudah", false],
  ])("%j in %j: %s", (phrase, text, found) => {
    expect(compilePhrases([phrase], none).isIn(text)).toBe(found);
  });

  it("matches each word of its list", () => {
    const phrases = compilePhrases(["{drank} racun"], () => ["minum", "obat nyamuk"]);
    expect(phrases.isIn("dia minum racun")).toBe(true);
    expect(phrases.at("dia minum racun")).toBe(4);
    expect(phrases.at("dia makan")).toBe(-1);
    expect(phrases.replacedIn("dia minum racun tadi", "")).toBe("dia tadi");
    expect(phrases.replacedIn("dia minum racun", "x")).toBe("dia x");
  });

  it.each([
    ["{people} hilang", "anaknya hilang", true],
    ["{people} hilang", "wong tuwo hilang", true],
    ["{people} hilang", "kami ora iso hilang", true],
    ["{people} hilang", "wong hilang", false],
    ["({people}|kucing)? hilang $", "kucing hilang", true],
    ["{people} hilang", "gurunya guru hilang", false],
  ])("with a part, %j in %j: %s", (phrase, text, found) => {
    const parts = ["anak*|bocah*|(wong tuwo)", "(ora|gak) ..1 iso", "murid"];
    expect(compilePhrases([phrase], () => parts).isIn(text)).toBe(found);
  });

  it("a part stands for the same group written out", () => {
    const part = "anak*|(wong tuwo)|(ora|gak) ..1 iso";
    expect(sourceOf("^ {people}+? hilang", () => [part])).toBe(sourceOf(`^ (${part})+? hilang`, none));
  });

  it.each(["(a|b", "a)", "a||b", "a  b", "a..b", "Besar"])("%j is no phrase", (phrase) => {
    expect(() => compilePhrases([phrase], none)).toThrow();
  });

  it("no phrases are in no text", () => expect(compilePhrases([], none).isIn("")).toBe(false));
});
