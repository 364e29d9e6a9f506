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
/** Returns whether a text is English, by a pattern that uses none of our lists. */
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

  it.each(corpus.filter((text) => !reads(text)))("never takes for English: %s", (text) => {
    expect(writtenIn(text, lists)).not.toBe("en");
  });

  it.each(corpus.filter(reads))("never takes for Indonesian: %s", (text) => {
    expect(writtenIn(text, lists)).not.toBe("id");
  });

  it("tells something for nearly all that people write", () => {
    const told = corpus.filter((text) => writtenIn(text, lists) !== undefined);
    expect(told.length / corpus.length).toBeGreaterThan(0.9);
  });

  it("reads anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) =>
        [undefined, "id", "en"].includes(writtenIn(text, lists)),
      ),
    );
  });
});

describe("the language that is offered to whoever writes a message", () => {
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

  it("is the one with the most words, of two that share some", () => {
    const offered = new Map([
      ["jv", new Set(["kulo", "inggih"])],
      ["mad", new Set(["kulo", "inggih", "bule", "enggi"])],
    ]);
    const both = { ...lists, written: { ...lists.written, offered } };
    expect(offeredLanguageIn("enggi bule kulo inggih", both)).toBe("mad");
    expect(offeredLanguageIn("kulo inggih", both)).toBe("jv");
  });
});

describe("whose language a chat is in", () => {
  const guessed = { ...newSession("en"), localeGuessed: true as const };
  const words = (text: string) => ({ type: "text" as const, text });

  it("is the writer's once they have written a sentence, and then stays", () => {
    const heard = heardIn(guessed, words("bansos saya belum cair"), { locales: ["id", "en"], words: lists });
    expect(heard).toEqual(newSession("id"));
    expect(heardIn(heard, words("when will the money be paid"), { locales: ["id", "en"], words: lists })).toBe(heard);
  });

  it.each([
    ["a number", words("3524015206799901")],
    ["a button", { type: "choice" as const, id: "x", title: "Cek bansos saya" }],
    ["a picture", { type: "other" as const, kind: "sticker" }],
  ])("is still the phone's after %s", (_, content) => {
    expect(heardIn(guessed, content, { locales: ["id", "en"], words: lists })).toBe(guessed);
  });

  it("stays Javanese on a phone set to it whose owner writes it", () => {
    const own = { ...newSession("jv"), localeGuessed: true as const };
    const served = { locales: ["id", "en", "jv"], words: lists };
    expect(heardIn(own, words("kulo badhe tanglet bantuan niki"), served)).toEqual(newSession("jv"));
    expect(heardIn(own, words("bansos saya belum cair"), served)).toEqual(newSession("id"));
  });

  it("is none that is not served", () => {
    const local = { ...newSession("id"), localeGuessed: true as const };
    expect(heardIn(local, words("when will the money be paid"), { locales: ["id"], words: lists })).toBe(local);
  });
});
