import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSignals, weightsPath } from "../../src/signal-tables.ts";
import { loadSentences, parseSentences, sentencesOfExamples, trainSignals } from "../../src/signal-training.ts";
import { dangersIn } from "../../src/signals/danger.ts";
import { WINDOW, windowsOf } from "../../src/signals/scorer.ts";
import { parseWeights } from "../../src/signals/weights.ts";

const locales = join(import.meta.dirname, "../../locales");
const sentences = loadSentences(locales);
const weights = readFileSync(weightsPath(locales), "utf8");
const reader = openSignals(locales);
const blamed = (text: string): boolean =>
  reader.find(reader.words(text), ["accusation", "fear"]).some(({ phrase }) => phrase === "");

describe("weights of signals", () => {
  it("are the result of training with the sentences, byte for byte (else: npm run train)", { timeout: 300_000 }, () => {
    expect(trainSignals(locales, sentences) === weights).toBe(true);
  });

  it("stay small", () => {
    expect(weights.length).toBeLessThan(600_000);
  });

  it("are trained with no sentence twice", () => {
    const texts = sentences.map(({ text }) => text.toLowerCase());
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it("find more than 97 % of the dangers in the training sentences", { timeout: 300_000 }, () => {
    const ours = sentences.filter(({ must }) => dangersIn(must).length > 0);
    const isHeard = ({ text, must }: (typeof ours)[number]) => reader.read(text).some((one) => must.includes(one));
    expect(ours.filter(isHeard).length).toBeGreaterThan(0.97 * ours.length);
  });

  it("find or doubt more than 98.5 % of the blame and fear in the training sentences", {
    timeout: 300_000,
  }, () => {
    const ours = sentences.filter(({ must }) => must.includes("accusation") || must.includes("fear"));
    const guarded = ours.filter(({ text }) => {
      const { found, doubted } = reader.judge(reader.words(text), ["accusation", "fear"]);
      return found.length + doubted.length > 0;
    });
    expect(guarded.length).toBeGreaterThan(0.985 * ours.length);
  });

  it("find signals in less than 3.5 % of the other training sentences", { timeout: 300_000 }, () => {
    const others = sentences.filter(({ must, may }) => must.length === 0 && may.length === 0);
    const caught = others.filter(({ text }) => reader.read(text).length > 0);
    expect(caught.length).toBeLessThan(0.035 * others.length);
  });

  it.each([
    "jatah simbah tinggal separo, yang ngantar bilang memang segitu",
    "kertu bantuanku wis rong taun ana ing omahe bu ketua, dijaluk ora diwenehke",
    "kulo dipun ken tumbas sabun kalih ketua kelompok, menawi mboten purun dipun coret",
    "yang terima malah ipar sama keponakannya pak kadus",
  ])("find blame without a phrase: %s", (text) => expect(reader.read(text)).toContain("accusation"));

  it.each([
    "berapa biaya admin tarik tunai di agen",
    "kartu saya hilang di pasar kemarin",
    "suami saya ketua kelompok tani, boleh daftar?",
    "sudah saya terima utuh, matur nuwun bu pendamping",
  ])("find no blame: %s", (text) => expect(blamed(text)).toBe(false));

  it("find blame in one sentence of a long story", () => {
    const calm =
      "Selamat pagi, saya tinggal di dusun sebelah kali dan anak saya dua masih sekolah dasar semua. ".repeat(4);
    expect(blamed(calm)).toBe(false);
    expect(reader.read(`${calm}Kartu saya dibawa ketua kelompok dan tidak pernah dikembalikan. ${calm}`)).toContain(
      "accusation",
    );
  });
});

it("the pieces of a text hold every word, and none is longer than WINDOW", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), (length) => {
      const windows = windowsOf(length);
      const seen = new Set(
        windows.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k)),
      );
      expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, at) => at));
      expect(windows.every(({ from, to }) => to - from < WINDOW)).toBe(true);
    }),
  );
});

it.each([
  "accusation\tone field",
  "blame\town\ttext",
  "none\t\ttext",
  "none\town\ttext\tmore",
  "blame?\town\ttext",
  "\town\ttext",
])("a wrong training line is refused: %s", (line) => expect(() => parseSentences(line)).toThrow("not a sentence"));

describe("an example of an intent teaches signals", () => {
  it.each([
    ["urgent:medical,ask:pbi-jk", ["urgent-medical"]],
    ["complaint+urgent:violence", ["violence"]],
    ["complaint,urgent:accusation", ["accusation"]],
    ["listed-dead,urgent:living-dead", ["living-said-dead"]],
    ["apply,urgent:hunger", []],
    ["ask:statistics", []],
    ["none", []],
  ])("%s must fire %j", (labels, must) => {
    expect(sentencesOfExamples(`${labels}\tid\tw.p1\thalo`)[0]?.must).toEqual(must);
  });

  it.each([
    ["apply,urgent:hunger", ["hunger"]],
    ["ask:neglected", ["neglected"]],
    ["listed-dead", ["living-said-dead"]],
    ["ask:statistics", []],
  ])("%s may fire %j", (labels, may) => {
    expect(sentencesOfExamples(`${labels}\tid\tw.p1\thalo`)[0]?.may).toEqual(may);
  });

  it("an example of one danger may also give another danger", () => {
    const [sentence] = sentencesOfExamples("urgent:hunger\tid\tw.p1\thalo");
    expect(sentence?.may).toContain("neglected");
    expect(sentence?.may).not.toContain("hunger");
  });

  it("an unknown danger is refused", () => {
    expect(() => sentencesOfExamples("urgent:boredom\tid\tw.p1\thalo")).toThrow("no such signal");
  });
});

const HEAD = "signals\tfear hunger\nleast\t1 4\nveto\t80 90\nbias\t-9 -8\n";
it("weights are read with the least number of words of each signal", () => {
  const { signals, least, bias, at, numbers } = parseWeights(`${HEAD}w kartu\t3 -1\n`);
  expect({ signals, least, bias }).toEqual({ signals: ["fear", "hunger"], least: [1, 4], bias: [-9, -8] });
  expect([...numbers.slice(at.get("w kartu"))]).toEqual([3, -1]);
});
it.each(["", "bias\tx", "w kartu\t3", `${HEAD}w kartu\t3\n`, `${HEAD}w kartu\t3 x\n`, `${HEAD}w\t3 1\t2\n`])(
  "wrong weights are refused: %s",
  (text) => expect(() => parseWeights(text)).toThrow(),
);
