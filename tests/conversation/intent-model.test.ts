import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseModel, writeModel } from "../../src/conversation/understanding/model-file.ts";
import { understand } from "../../src/conversation/understanding/understand.ts";
import { modelPath, openIntents } from "../../src/intent-model.ts";
import { loadExamples, parseExamples, trainIntents } from "../../src/intent-training.ts";
import { TOPICS } from "../../src/vocabulary/lists.ts";
import { byPhrases } from "../support/shipped-words.ts";

const locales = join(import.meta.dirname, "../../locales");
const file = readFileSync(modelPath(locales), "utf8");
const examples = loadExamples(locales);
const intents = openIntents(locales);
const read = (text: string) => understand(text, { ...byPhrases, rankIntents: intents.rank });

describe("the model of intents", () => {
  it("is the result of training, byte for byte (else: npm run train)", { timeout: 300_000 }, () => {
    expect(trainIntents(locales, examples) === file).toBe(true);
  });

  it("has fewer than 600,000 characters", () => expect(file.length).toBeLessThan(600_000));

  it("is trained on at least 3,500 different messages", () => {
    const texts = examples.map(({ text }) => text.toLowerCase());
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(3_500);
  });

  it.each(TOPICS)("has examples of the topic %s", (topic) => {
    expect(examples.filter(({ right }) => right.includes(`ask:${topic}`)).length).toBeGreaterThan(20);
  });

  it("has the right label of 97 % of its examples among its three best", () => {
    const found = examples.filter(({ right, also, text }) =>
      intents
        .rank(text)
        .slice(0, 3)
        .some(({ label }) => right.includes(label) || also.includes(label)),
    );
    expect(found.length).toBeGreaterThan(0.97 * examples.length);
  });

  it("ranks the same text alike every time, the likeliest label first", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const ranked = intents.rank(text);
        expect(intents.rank(text)).toEqual(ranked);
        expect(ranked.map(({ likely }) => likely)).toEqual(ranked.map(({ likely }) => likely).sort((a, b) => b - a));
        const sum = ranked.reduce((all, { likely }) => all + likely, 0);
        expect(sum).toBeGreaterThan(0);
        expect(sum).toBeLessThanOrEqual(1.000_001);
      }),
      { numRuns: 50 },
    );
  });

  it("explains a label with features of the text", () => {
    const why = intents.explain("desil saya kok naik jadi 7", "ask:desil", 5);
    expect(why.map(({ feature }) => feature).join()).toContain("desil");
  });
});

describe("the model's file", () => {
  it("keeps weights to one decimal place, the bias and the thresholds", () => {
    const weights = [0.5, -0.25, 1, 0.031, 0];
    const names = ["w a", "w b", "w c", "w d"];
    const text = writeModel({ names, carried: [1, 1, 1, 1] }, [{ label: "check", weights }], {
      alone: [0.8],
      agreed: 0.6,
    });
    const { at, weightOf, bias, sure } = parseModel(text);
    const kept = names.map((name) => (weightOf[at.get(name)?.[0] as number] as number) / 1_000);
    for (const [index, weight] of kept.entries()) expect(weight).toBeCloseTo(weights[index] as number, 1);
    expect(bias).toEqual([0]);
    expect(sure).toEqual({ alone: [0.8], agreed: 0.6 });
  });

  it.each([
    ["empty", ""],
    ["lacking its first lines", "w a\t!!\n"],
    ["lacking a bias", "labels\tcheck payment\nbias\t1\nsure\t80\nagreed\t60\nmost\t100\n"],
    ["holding a line without a weight", "labels\tcheck\nbias\t1\nsure\t80\nagreed\t60\nmost\t100\nw a\n"],
    ["lacking the likelihood `sure`", "labels\tcheck\nbias\t1\nsure\t\nagreed\t60\nmost\t100\n"],
  ])("is refused if it is %s", (_, text) => expect(() => parseModel(text)).toThrow());
});

describe("an example", () => {
  it.each([
    ["an unknown label", "chek\tid\tw.p1\thalo"],
    ["an unknown topic", "ask:cuaca\tid\tw.p1\thalo"],
    ["no message", "check\tid\tw.p1"],
    ["a field too many", "check\tid\tw.p1\thalo\tpak"],
  ])("is refused with %s", (_, line) => expect(() => parseExamples(line)).toThrow());
});

describe("decide", () => {
  it.each([
    [
      "takes a topic from the model",
      "min aplikasi cek bansos saya kok error terus pas upload foto ktp",
      "ask",
      "app-help",
    ],
    ["takes an intent of few words from the phrases", "cek bansos", "check", undefined],
    ["takes `check` for a message with a NIK", "desil saya kok naik jadi 7, NIK 3524014509809001", "check", undefined],
    ["takes a command from the phrases", "tolong hapus data saya", "data-delete", undefined],
    [
      "takes `unknown` for an advertisement",
      "bos stok pupuk urea ready 50 sak, ambil semua saya kasih harga",
      "unknown",
      undefined,
    ],
  ])("%s", (_, text, intent, topic) => {
    const { extracted, ...read1 } = read(text);
    expect({ intent: read1.intent, topic: extracted.topic }).toEqual({ intent, topic });
  });
});
