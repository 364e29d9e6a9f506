import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WEIGHTY } from "../../src/conversation/understanding/intent-rules.ts";
import { INTENTS, type Intent } from "../../src/conversation/understanding/intents.ts";
import { wordsOf } from "../../src/conversation/understanding/normalise.ts";
import { understand } from "../../src/conversation/understanding/understand.ts";
import { languagesIn } from "../../src/i18n.ts";
import { anyCharacter } from "../support/any-character.ts";
import { byPhrases, words as known, rules } from "../support/shipped-words.ts";

type Row = { split: string; intents: Intent[]; category: string; text: string };

/** The authors of the rules never looked at the `held-out` messages. */
const corpus: Row[] = readFileSync(join(import.meta.dirname, "corpus.tsv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [split = "", intents = "", category = "", text = ""] = line.split("\t");
    return { split, intents: intents.split("|") as Intent[], category, text };
  });

const programmes = ["PKH", "BPNT", "BST", "PERINTIS", "LASERKU"].map((code) => ({
  code,
  name: { id: code },
  aliases: [],
}));
const read = (text: string) => understand(text, { ...byPhrases, programmes });
const shareOf = (split: string, isRight: (row: Row) => boolean): number => {
  const rows = corpus.filter((row) => row.split === split);
  return rows.filter(isRight).length / rows.length;
};
const isExact = ({ intents, text }: Row): boolean => intents.includes(read(text).intent);

describe("the corpus", () => {
  it("has messages of nearly every intent, and more than 80 held-out ones", () => {
    const commands: Intent[] = ["help", "menu", "stop", "ask", "urgent"];
    for (const intent of INTENTS.filter((one) => !commands.includes(one))) {
      expect(corpus.filter(({ intents }) => intents.includes(intent)).length, intent).toBeGreaterThan(0);
    }
    expect(corpus.filter(({ split }) => split === "held-out").length).toBeGreaterThan(80);
  });

  it.each([
    ["tuning", 0.96],
    ["held-out", 0.8],
  ])("%s: at least %f are understood", (split, bar) => {
    const wrong = corpus
      .filter((row) => row.split === split && !isExact(row))
      .map(({ text }) => `${text}: ${read(text).intent}`);
    expect(shareOf(split, isExact), wrong.join("\n")).toBeGreaterThanOrEqual(bar);
  });

  it("a message without a weighty intent gets none with a confidence of 0.5 or more", () => {
    const guessed = corpus.filter(({ intents, text }) => {
      const { intent, confidence } = read(text);
      return WEIGHTY.has(intent) && confidence >= 0.5 && !intents.some((one) => WEIGHTY.has(one));
    });
    expect(guessed.map(({ text }) => text)).toEqual([]);
  });

  it("a higher confidence is right more often", () => {
    const decided = corpus.filter(({ text }) => read(text).intent !== "unknown");
    const rightOf = (rows: Row[]) => rows.filter(isExact).length / rows.length;
    const high = decided.filter(({ text }) => read(text).confidence >= 0.7);
    const low = decided.filter(({ text }) => read(text).confidence < 0.7);
    expect(rightOf(high)).toBeGreaterThanOrEqual(rightOf(low));
    expect(rightOf(high)).toBeGreaterThan(0.95);
  });

  it("complaints have the right category", () => {
    const told = corpus.filter(({ category, text }) => category !== "" && read(text).intent === "complaint");
    const right = told.filter(({ category, text }) => read(text).extracted.category === category);
    expect(right.length / told.length).toBeGreaterThan(0.9);
  });

  it("a greeting before a question does not change its intent", () => {
    for (const { text, intents } of corpus) {
      if (intents.includes("greeting") || intents.includes("unknown") || intents.includes("thanks")) continue;
      expect(read(`Assalamualaikum pak, ${text}`).intent, text).toBe(read(text).intent);
    }
  });
});

describe("words and rules", () => {
  it("no form stands in two lines", () => {
    const locales = join(import.meta.dirname, "../../locales");
    const lines = languagesIn(locales).flatMap((language) => {
      const file = readFileSync(join(locales, language, "words/readings.json"), "utf8");
      const { readAs } = JSON.parse(file) as { readAs: Record<string, string | string[]> };
      return Object.entries(readAs);
    });
    const forms = [
      ...new Set(lines.map(([word]) => word)),
      ...lines.flatMap(([, list]) => (typeof list === "string" ? list.split(" ") : list)),
    ];
    const seen = new Set<string>();
    expect(forms.filter((form) => seen.size === seen.add(form).size)).toEqual([]);
  });

  it("every word of a pattern is read as itself and is no filler", () => {
    const words = new Set(
      rules.flatMap(({ pattern }) => [...pattern.source.matchAll(/(?<![\\a-z])[a-z]{3,}/g)].map(([word]) => word)),
    );
    const { fillers, readAs } = known.readings;
    expect([...words].filter((word) => fillers.has(word) || (readAs.get(word) ?? word) !== word)).toEqual([]);
  });

  it.each([
    ["Assalamu'alaikum,", ["halo"]],
    ["gmn caranya pak???", ["bagaimana", "bagaimana", "pak"]],
    ["KAPAAAAAN CAIRRRR", ["kapan", "cair"]],
    ["e-KTP", ["ektp"]],
    ["kulo nuwun", ["halo"]],
    ["https://a.b/c", ["link"]],
    ["\u202etxet", ["txet"]],
    ["   ", []],
  ])("%s is read as %j", (text, words) => expect(wordsOf(text, known)).toEqual(words));
});

describe("any text", () => {
  it("has one intent and a confidence from 0 to 1, the same every time", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
        const first = read(text);
        expect(read(text)).toEqual(first);
        expect(INTENTS).toContain(first.intent);
        expect(first.confidence).toBeGreaterThanOrEqual(0);
        expect(first.confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(["a ", "bantuan ", "1", "<b>", "kenapa tidak dapat "])("of 2 MB of %j has an intent", (unit) => {
    expect(INTENTS).toContain(read(unit.repeat(2_000_000 / unit.length)).intent);
  });
});
