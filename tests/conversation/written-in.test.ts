import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newSession } from "../../src/conversation/engine/session.ts";
import { heardIn, offeredLanguageIn, writtenIn } from "../../src/conversation/understanding/written-in.ts";
import { anyCharacter } from "../support/any-character.ts";
import { words as lists } from "../support/shipped-words.ts";

const corpus = readFileSync(join(import.meta.dirname, "corpus.tsv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t")[3] ?? "");
/** Recognises English without any of our word lists. */
const reads = (text: string) =>
  /\b(the|my|do i|am i|i am|is this|how do|what|when will|to a person|programmes are)\b/i.test(text);

describe("the language that a message is written in", () => {
  it.each([
    ["assalamualaikum, bansos saya kok belum cair ya pak", "id"],
    ["sy trdftar gk pak", "id"],
    ["nuwun sewu pak, kulo badhe tanglet kulo angsal bantuan nopo mboten", "id"],
    ["please cek bansos saya", "id"],
    ["help pak, transfer belum masuk", "id"],
    ["do i receive social assistance", "en"],
    ["when will the money be paid", "en"],
    ["My mother's card is lost, what can I do?", "en"],
    ["is this official", "en"],
    ["i want to check my bansos", "en"],
    ["saya mau complain, the money was cut", undefined],
    ["menu", undefined],
    ["PKH", undefined],
    ["ok", undefined],
    ["check", undefined],
    ["3524015206799901", undefined],
    ["", undefined],
    ["👍", undefined],
    ["Bonjour, je voudrais savoir", undefined],
  ])("%s: %s", (text, language) => {
    expect(writtenIn(text, lists)).toBe(language);
  });

  it.each(corpus.filter((text) => !reads(text)))("is not English: %s", (text) => {
    expect(writtenIn(text, lists)).not.toBe("en");
  });

  it.each(corpus.filter(reads))("is not Indonesian: %s", (text) => {
    expect(writtenIn(text, lists)).not.toBe("id");
  });

  it("is known for more than 90 % of the corpus", () => {
    const told = corpus.filter((text) => writtenIn(text, lists) !== undefined);
    expect(told.length / corpus.length).toBeGreaterThan(0.9);
  });

  it("is read in any text without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) =>
        [undefined, "id", "en"].includes(writtenIn(text, lists)),
      ),
    );
  });
});

describe("the language that a message makes the service offer", () => {
  it.each([
    ["krama", "nuwun sewu pak, kulo badhe tanglet kulo angsal bantuan nopo mboten", "jv"],
    ["ngoko", "piye carane ngubah desil iki", "jv"],
    ["arek", "aku durung entuk bantuan teko desa iku, piye sampeyan", "jv"],
    ["Indonesian with a word of it", "bansos saya kok durung cair ya pak", undefined],
    [
      "Indonesian with two words of it in a long message",
      "pak bantuan PKH saya bulan ini belum masuk ke rekening padahal tetangga saya sudah menerima semua, nggih mohon dibantu kulo",
      undefined,
    ],
    ["one word", "nggih", undefined],
    ["the same word twice", "nggih nggih", undefined],
    ["Indonesian", "bantuan saya belum cair", undefined],
    ["English", "when will the money be paid", undefined],
    ["a number", "3524015206799901", undefined],
    ["nothing", "", undefined],
  ])("%s", (_, text, expected) => expect(offeredLanguageIn(text, lists)).toBe(expected));

  it("is the language with the most words, of two languages that share words", () => {
    const offered = new Map([
      ["jv", new Set(["kulo", "inggih"])],
      ["mad", new Set(["kulo", "inggih", "bule", "enggi"])],
    ]);
    const both = { ...lists, written: { ...lists.written, offered } };
    expect(offeredLanguageIn("enggi bule kulo inggih", both)).toBe("mad");
    expect(offeredLanguageIn("kulo inggih", both)).toBe("jv");
  });
});

describe("the language of a chat", () => {
  const guessed = { ...newSession("en"), localeGuessed: true as const };
  const words = (text: string) => ({ type: "text" as const, text });

  it("becomes that of the citizen's first sentence, and then stays", () => {
    const heard = heardIn(guessed, words("bansos saya belum cair"), { locales: ["id", "en"], words: lists });
    expect(heard).toEqual(newSession("id"));
    expect(heardIn(heard, words("when will the money be paid"), { locales: ["id", "en"], words: lists })).toBe(heard);
  });

  it.each([
    ["a number", words("3524015206799901")],
    ["a button", { type: "choice" as const, id: "x", title: "Cek bansos saya" }],
    ["a picture", { type: "other" as const, kind: "sticker" }],
  ])("remains the phone's after %s", (_, content) => {
    expect(heardIn(guessed, content, { locales: ["id", "en"], words: lists })).toBe(guessed);
  });

  it("stays Javanese if the phone and the citizen's words are Javanese", () => {
    const own = { ...newSession("jv"), localeGuessed: true as const };
    const served = { locales: ["id", "en", "jv"], words: lists };
    expect(heardIn(own, words("kulo badhe tanglet bantuan niki"), served)).toEqual(newSession("jv"));
    expect(heardIn(own, words("bansos saya belum cair"), served)).toEqual(newSession("id"));
  });

  it("does not become a language that the service does not offer", () => {
    const local = { ...newSession("id"), localeGuessed: true as const };
    expect(heardIn(local, words("when will the money be paid"), { locales: ["id"], words: lists })).toBe(local);
  });
});
