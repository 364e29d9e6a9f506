import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openIntents } from "../../src/intent-model.ts";
import { loadExamples } from "../../src/intent-training.ts";
import { openSignals } from "../../src/signal-tables.ts";
import { openSignalReader } from "../../src/signals/reader.ts";
import {
  isOnlyLike,
  type Ranked,
  SIMILAR_INTENTS,
  speaksAgainst,
  speaksAgainstPhrase,
} from "../../src/signals/second-opinion.ts";
import { SIGNALS, type Signal } from "../../src/signals/signal-names.ts";
import { parseTable } from "../../src/signals/table.ts";

const locales = join(import.meta.dirname, "../../locales");
const intents = openIntents(locales);
const reader = openSignals(locales, intents.rank);

describe("a second opinion", () => {
  it.each<[Signal, number, Ranked, boolean]>([
    ["accusation", 60, [{ label: "ask:desil", likely: 0.6 }], true],
    ["accusation", 60, [{ label: "ask:desil", likely: 0.1 }], false],
    ["accusation", 60, [{ label: "complaint", likely: 0.9 }], false],
    ["accusation", 55, [{ label: "complaint", likely: 0.9 }], true],
    ["accusation", 55, [{ label: "urgent", likely: 0.5 }], false],
    ["accusation", 56, [{ label: "complaint", likely: 0.9 }], false],
    ["living-said-dead", 10, [{ label: "death-report", likely: 0.5 }], true],
    ["living-said-dead", 10, [{ label: "listed-dead", likely: 0.5 }], false],
    ["fear", 30, [{ label: "ask:complaint-how", likely: 0.9 }], false],
    ["hunger", 15, [{ label: "ask:components", likely: 0.6 }], true],
    ["hunger", 80, [{ label: "ask:components", likely: 0.6 }], false],
    ["hunger", 15, [{ label: "urgent", likely: 0.6 }], false],
    ["self-harm", 15, [{ label: "ask:death-benefit", likely: 0.9 }], false],
    ["self-harm", 5, [{ label: "complaint", likely: 0.95 }], true],
    ["self-harm", 5, [{ label: "complaint", likely: 0.8 }], false],
    ["self-harm", 6, [{ label: "complaint", likely: 0.95 }], false],
    ["sexual-coercion", 8, [{ label: "complaint", likely: 0.95 }], true],
    ["sexual-coercion", 8, [], false],
    ["violence", 1, [{ label: "complaint", likely: 1 }], false],
    ["self-harm", 15, [{ label: "none", likely: 0.9 }], false],
    ["neglected", 15, [], false],
  ])("on %s of strength %d from %j speaks against it: %s", (signal, strength, ranked, against) =>
    expect(speaksAgainst(ranked, { signal, strength })).toBe(against),
  );

  it.each<[Signal, number, Ranked, boolean]>([
    ["hunger", 0, [{ label: "apply", likely: 0.9 }], true],
    ["hunger", 0, [{ label: "apply", likely: 0.6 }], false],
    [
      "hunger",
      0,
      [
        { label: "apply", likely: 0.8 },
        { label: "urgent", likely: 0.06 },
      ],
      false,
    ],
    ["urgent-medical", 0, [{ label: "ask:pbi-jk", likely: 0.9 }], false],
    ["hunger", 0, [{ label: "none", likely: 0.9 }], false],
    ["self-harm", 0, [{ label: "apply", likely: 1 }], false],
    ["violence", 0, [{ label: "complaint", likely: 1 }], false],
    ["accusation", 0, [{ label: "ask:desil", likely: 1 }], false],
    ["hunger", 0, [], false],
    ["self-harm", -51, [{ label: "complaint", likely: 0.8 }], true],
    ["self-harm", -51, [{ label: "none", likely: 0.5 }], false],
    ["self-harm", -50, [{ label: "complaint", likely: 1 }], false],
    ["self-harm", -90, [{ label: "urgent", likely: 0.4 }], false],
    ["self-harm", -90, [], false],
    ["accusation", -21, [{ label: "complaint", likely: 0.9 }], true],
    ["accusation", -20, [{ label: "complaint", likely: 0.9 }], false],
    ["living-said-dead", -26, [{ label: "death-report", likely: 0.9 }], true],
    ["living-said-dead", -1, [{ label: "death-report", likely: 0.9 }], true],
    ["living-said-dead", -1, [{ label: "repair", likely: 0.3 }], true],
    ["living-said-dead", -1, [{ label: "repair", likely: 0.2 }], false],
    ["living-said-dead", -1, [{ label: "complaint", likely: 0.9 }], false],
    ["living-said-dead", -1, [{ label: "listed-dead", likely: 0.9 }], false],
    ["urgent-medical", -46, [{ label: "ask:pbi-jk", likely: 0.4 }], true],
    ["urgent-medical", -45, [{ label: "ask:pbi-jk", likely: 0.9 }], false],
    [
      "urgent-medical",
      -46,
      [
        { label: "ask:pbi-jk", likely: 0.4 },
        { label: "urgent", likely: 0.2 },
      ],
      false,
    ],
    ["fear", -90, [{ label: "payment", likely: 0.9 }], false],
    ["disaster", -36, [{ label: "complaint", likely: 0.45 }], true],
    ["disaster", -35, [{ label: "complaint", likely: 0.45 }], false],
    [
      "disaster",
      -36,
      [
        { label: "complaint", likely: 0.45 },
        { label: "urgent", likely: 0.2 },
      ],
      false,
    ],
  ])("on a phrase of %s of strength %d from %j speaks against it: %s", (signal, strength, ranked, against) =>
    expect(speaksAgainstPhrase(ranked, { signal, strength })).toBe(against),
  );

  it.each<[Signal, number, Ranked, boolean]>([
    ["accusation", 65, [{ label: "complaint", likely: 0.9 }], true],
    ["accusation", 66, [{ label: "complaint", likely: 0.9 }], false],
    ["accusation", 65, [{ label: "urgent", likely: 0.5 }], false],
    ["hunger", 55, [{ label: "urgent", likely: 0.5 }], false],
  ])(
    "on %s of strength %d in a text without an official, from %j, speaks against it: %s",
    (signal, strength, ranked, against) =>
      expect(speaksAgainst(ranked, { signal, strength, unnamed: true })).toBe(against),
  );

  it.each<[number, Ranked, boolean]>([
    [-5, [{ label: "apply", likely: 0.7 }], true],
    [0, [{ label: "payment", likely: 0.2 }], true],
    [0, [{ label: "payment", likely: 0.1 }], false],
    [0, [{ label: "complaint", likely: 0.9 }], false],
    [0, [{ label: "officer", likely: 0.9 }], false],
    [0, [], false],
  ])(
    "on a phrase of blame of strength %d without an official, from %j, speaks against it: %s",
    (strength, ranked, against) =>
      expect(speaksAgainstPhrase(ranked, { signal: "accusation", strength, unnamed: true })).toBe(against),
  );

  it.each<[Signal, Ranked, boolean]>([
    ["self-harm", [{ label: "none", likely: 0.95 }], true],
    ["violence", [{ label: "none", likely: 0.95 }], true],
    ["self-harm", [{ label: "none", likely: 0.8 }], false],
    [
      "self-harm",
      [
        { label: "none", likely: 0.9 },
        { label: "urgent", likely: 0.06 },
      ],
      false,
    ],
    ["sexual-coercion", [{ label: "none", likely: 0.95 }], false],
  ])("takes a phrase of %s for a figure of speech from %j: %s", (signal, ranked, against) =>
    expect(speaksAgainstPhrase(ranked, { signal, strength: 0 })).toBe(against),
  );

  it.each<[number, Ranked, boolean]>([
    [25, [{ label: "apply", likely: 0.6 }], true],
    [26, [{ label: "apply", likely: 0.6 }], false],
    [
      25,
      [
        { label: "apply", likely: 0.6 },
        { label: "urgent", likely: 0.06 },
      ],
      false,
    ],
    [2, [], false],
  ])("on weak coercion of strength %d from %j speaks against it: %s", (strength, ranked, against) =>
    expect(speaksAgainst(ranked, { signal: "sexual-coercion", strength })).toBe(against),
  );

  it.each<[Signal, number, Ranked, boolean]>([
    ["accusation", 60, [{ label: "hoax", likely: 0.7 }], true],
    ["accusation", 60, [{ label: "hoax", likely: 0.6 }], false],
    ["neglected", 79, [{ label: "ask:institutions", likely: 0.9 }], true],
    ["neglected", 80, [{ label: "ask:institutions", likely: 0.9 }], false],
    [
      "neglected",
      20,
      [
        { label: "ask:neglected", likely: 0.9 },
        { label: "urgent", likely: 0.02 },
      ],
      false,
    ],
    ["self-harm", 20, [{ label: "ask:institutions", likely: 0.9 }], false],
    ["neglected", 20, [], false],
  ])("%s of strength %d with the intents %j only looks like the signal: %s", (signal, strength, ranked, only) =>
    expect(isOnlyLike(ranked, { signal, strength })).toBe(only),
  );

  it.each([
    "anak saya tiga belum makan siang itu bisa didaftarkan sekarang",
    "min ada temen yatim piatu umur 14 ga ada yg ngerawat, di lamongan ada panti yg nerima gak",
  ])("a phrase of danger in a calm question is no danger: %s", (text) => {
    expect(reader.read(text)).not.toEqual([]);
    expect(reader.hear(text)).toEqual([]);
  });

  it.each([
    "saya dipungli",
    "uang dipotong",
    "bantuanku dipotong bu kader",
    "dimintai uang pak kades",
    "saya diancam pak RT",
  ])("a few plain words of blame are heard: %s", (text) => expect(reader.hear(text)).toContain("accusation"));

  it("names only labels of intents", () => {
    const labels = new Set(loadExamples(locales).flatMap(({ right }) => right));
    expect(
      Object.values(SIMILAR_INTENTS)
        .flat()
        .filter((label) => !labels.has(label)),
    ).toEqual([]);
    expect(Object.keys(SIMILAR_INTENTS).sort()).toEqual([...SIGNALS].sort());
  });

  it("takes back no accusation that a phrase finds", () => {
    const shared = { concepts: new Map(), shorthand: new Map() };
    const table = parseTable("phrase\tsuap\nmust\tsuap\nmust-not\tgaji", shared);
    const sure = (): Ranked => [{ label: "ask:desil", likely: 1 }];
    const own = openSignalReader(new Map([["accusation", [table]]]), shared, undefined, undefined, sure);
    expect(own.hear("ada suap")).toEqual(["accusation"]);
  });

  it("changes no reader of a text: a weak accusation is found, but answered like a complaint", () => {
    const some = loadExamples(locales).filter((_, at) => at % 5 === 0); // all examples would take too long
    const weak = some.filter(({ text }) => {
      const found = reader.find(reader.words(text)).filter(({ signal }) => signal === "accusation");
      const isWeak = found.length > 0 && found.every(({ phrase, strength = 0 }) => phrase === "" && strength <= 30);
      return isWeak && intents.rank(text)[0]?.label !== "urgent";
    });
    expect(weak.length).toBeGreaterThan(0);
    for (const { text } of weak) {
      expect(reader.hear(text)).not.toContain("accusation");
      expect(reader.judge(reader.words(text), ["accusation"]).found.length).toBeGreaterThan(0);
    }
  });

  it.each([
    "blt dana desa siapa yang urus",
    "ATM saya ketelan mesin waktu mau ambil, petugas bank bilang lapor pendamping dulu",
    "apa boleh ketua RT ikut dapat PKH kalau memang miskin",
  ])("a calm question accuses nobody: %s", (text) => expect(reader.hear(text)).toEqual([]));
});

it("a phrase that the weights speak against is in doubt", () => {
  const text =
    "mau tanya, TKSK itu digaji pemerintah atau sukarela, ada biaya admin tidak untuk daftar jadi relawan sosial";
  const { found, doubted } = reader.judge(reader.words(text), ["accusation"]);
  expect([...found.map(({ signal }) => signal), ...doubted]).toContain("accusation");
});
