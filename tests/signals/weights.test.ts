import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSignals, weightsPath } from "../../src/signal-tables.ts";
import { loadSentences, parseSentences, trainSignals } from "../../src/signal-training.ts";
import { parseWeights, WINDOW, windowsOf } from "../../src/signals/scorer.ts";

const locales = join(import.meta.dirname, "../../locales");
const sentences = loadSentences(locales);
const told = loadSentences(locales, "danger");
const reader = openSignals(locales);
const blamed = (text: string): boolean =>
  reader.find(reader.words(text), ["accusation", "fear"]).some(({ phrase }) => phrase === "");

describe("weights of signals", () => {
  it("are what their sentences train, byte for byte (else: npm run train)", { timeout: 60_000 }, () => {
    for (const { signal, weights } of [...trainSignals(locales, sentences), ...trainSignals(locales, told)])
      expect(readFileSync(weightsPath(locales, signal), "utf8") === weights, signal).toBe(true);
  });

  it.each([
    ["accusation", sentences],
    ["danger", told],
  ])("need no sentence twice: %s", (_, ours) => {
    const texts = ours.map(({ text }) => text.toLowerCase());
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it("find nearly all that they learnt from", () => {
    const ours = sentences.filter(({ label }) => label !== "none");
    expect(
      ours.filter(({ text }) => reader.read(text).some((one) => one === "accusation" || one === "fear")).length,
    ).toBeGreaterThan(0.98 * ours.length);
    const others = sentences.filter(({ label }) => label === "none");
    expect(others.filter(({ text }) => blamed(text)).length).toBeLessThan(0.01 * others.length);
  });

  it("hear nearly all dangers that they learnt from, and leave nearly all else in peace", () => {
    const heard = ({ label, text }: (typeof told)[number]) => reader.read(text).some((one) => one === label);
    const dangers = told.filter(({ label }) => label !== "none");
    expect(dangers.filter(heard).length).toBeGreaterThan(0.98 * dangers.length);
    const labels = new Set<string>(dangers.map(({ label }) => label));
    const others = told.filter(({ label }) => label === "none");
    const caught = others.filter(({ text }) => reader.read(text).some((one) => labels.has(one)));
    expect(caught.length).toBeLessThan(0.01 * others.length);
  });

  it.each([
    "jatah simbah tinggal separo, yang ngantar bilang memang segitu",
    "kertu bantuanku wis rong taun ana ing omahe bu ketua, dijaluk ora diwenehke",
    "kulo dipun ken tumbas sabun kalih ketua kelompok, menawi mboten purun dipun coret",
    "yang terima malah ipar sama keponakannya pak kadus",
  ])("hear blame that no phrase names: %s", (text) => expect(reader.read(text)).toContain("accusation"));

  it.each([
    "berapa biaya admin tarik tunai di agen",
    "kartu saya hilang di pasar kemarin",
    "suami saya ketua kelompok tani, boleh daftar?",
    "sudah saya terima utuh, matur nuwun bu pendamping",
  ])("leave in peace: %s", (text) => expect(blamed(text)).toBe(false));

  it("hear one sentence in a long story", () => {
    const calm =
      "Selamat pagi, saya tinggal di dusun sebelah kali dan anak saya dua masih sekolah dasar semua. ".repeat(4);
    expect(blamed(calm)).toBe(false);
    expect(blamed(`${calm}Kartu saya dibawa ketua kelompok dan tidak pernah dikembalikan. ${calm}`)).toBe(true);
  });
});

it("looks at every word in some piece, and at no piece too long", () => {
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

it.each(["accusation\tone field", "blame\town\ttext", "none\t\ttext", "none\town\ttext\tmore"])(
  "refuses a training line: %s",
  (line) => expect(() => parseSentences(line)).toThrow("not a sentence"),
);

it.each(["", "bias\tx", "w kartu\t3", "bias\t1\t2"])("refuses weights: %s", (text) =>
  expect(() => parseWeights(text)).toThrow(),
);
