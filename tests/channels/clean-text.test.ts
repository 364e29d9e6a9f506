import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/channels/clean-text.ts";
import { anyCharacter } from "../support/any-character.ts";

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

describe("a text from a channel", () => {
  it("holds no invisible character", () => {
    const mark = fc.constantFrom(
      ..."\u0000\u0007\u001b\u0085\u009b\u200b\u200d\u202e\u2066\u2069\ufeff\ud800a1 \n\t".split(""),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(mark, fc.string({ unit: anyCharacter }))).map((all) => all.join("")),
        (text) => {
          const clean = cleanText(text);
          expect(UNSEEN.test(clean)).toBe(false);
          expect(clean.isWellFormed()).toBe(true);
          expect(cleanText(clean)).toBe(clean);
        },
      ),
    );
  });

  it.each([
    "apakah saya dapat bansos?\nterima kasih\tpak",
    "👨‍👩‍👧‍👦 ❤️‍🔥 🏳️‍🌈 👍🏽",
    "ꦱꦸꦒꦼꦁ​".replace("\u200b", ""),
    "می‌خواهم",
    "السلام عليكم",
    "Rp 100.000 — “uang” café ñ",
  ])("leaves %j as it is", (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it("joins a word that invisible characters split", () => {
    expect(cleanText("tr\u200bans\u200dfer\u200c")).toBe("transfer");
  });
});
