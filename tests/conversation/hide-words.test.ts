import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideRareWords } from "../../src/conversation/understanding/hide-words.ts";
import { openFamiliarWords } from "../../src/familiar-words.ts";

const familiar = openFamiliarWords(join(import.meta.dirname, "../../locales"), ["Sugio", "Kembangbahu", "Lamongan"]);
const hide = (text: string): string => hideRareWords(text, familiar);

describe("the message that an officer sees hides", () => {
  it.each([
    ["a name after a title", "pak Sutrisno kok belum dapat bantuan", "pak … kok belum dapat bantuan"],
    ["a whole name after 'nama saya'", "nama saya Kasmiatun Hidayah dari desa", "nama saya … dari desa"],
    ["a name without capitals", "saya kasmiatun belum dapat bantuan", "saya … belum dapat bantuan"],
    ["a common name", "siti belum dapat bantuan", "… belum dapat bantuan"],
    ["a place", "bantuan di sugio kapan cair", "bantuan di … kapan cair"],
    ["a place that many people wrote", "orang lamongan belum cair", "orang … belum cair"],
    ["a number of months and a telephone number", "sejak 17 bulan, hp 081234567890", "sejak # bulan, hp #"],
    ["an address of a page and of mail", "lihat https://x.example/siti atau siti@x.example", "lihat … atau …"],
    ["a name in capitals inside a sentence", "kenapa Saya belum, Zubaidillah sudah", "kenapa Saya belum, … sudah"],
    ["no word for its capitals in a message all in capitals", "KAPAN CAIR BANTUAN", "KAPAN CAIR BANTUAN"],
    ["no title with an office", "pak kades tidak mau", "pak kades tidak mau"],
  ])("%s", (_, text, shown) => {
    expect(hide(text)).toBe(shown);
  });

  it("every digit, given name and name of a place", () => {
    const word = fc.constantFrom(
      "pak",
      "bu",
      "saya",
      "siti",
      "Sugio",
      "LAMONGAN",
      "cair",
      "17",
      "3524",
      "wahyu",
      "Agus",
    );
    const line = fc.array(fc.tuple(word, fc.constantFrom(" ", ", ", ". ", "\n")), { maxLength: 12 });
    fc.assert(
      fc.property(line, (parts) => {
        const shown = hide(parts.map(([one, gap]) => one + gap).join("")).toLowerCase();
        expect(shown).not.toMatch(/\d|siti|sugio|lamongan|wahyu|agus/);
      }),
    );
  });

  it("a word of 20,000 letters", () => {
    expect(hide("")).toBe("");
    expect(hide("a".repeat(20_000))).toBe("…");
  });
});
