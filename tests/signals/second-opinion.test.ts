import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openIntents } from "../../src/intent-model.ts";
import { loadExamples } from "../../src/intent-training.ts";
import { openSignals } from "../../src/signal-tables.ts";
import { openSignalReader } from "../../src/signals/reader.ts";
import { NEAR, type Ranked, speaksAgainst, speaksAgainstPhrase } from "../../src/signals/second-opinion.ts";
import { SIGNALS, type Signal } from "../../src/signals/signal-names.ts";
import { parseTable } from "../../src/signals/table.ts";

const locales = join(import.meta.dirname, "../../locales");
const intents = openIntents(locales);
const reader = openSignals(locales, intents.rank);

describe("a second opinion", () => {
  it.each<[Signal, number, Ranked, boolean]>([
    ["accusation", 30, [{ label: "ask:desil", likely: 0.6 }], true],
    ["accusation", 30, [{ label: "ask:desil", likely: 0.1 }], false],
    ["accusation", 30, [{ label: "complaint", likely: 0.9 }], false],
    ["accusation", 5, [{ label: "complaint", likely: 0.9 }], true],
    ["accusation", 6, [{ label: "complaint", likely: 0.9 }], false],
    ["fear", 30, [{ label: "ask:complaint-how", likely: 0.9 }], false],
    ["hunger", 15, [{ label: "ask:components", likely: 0.6 }], true],
    ["hunger", 80, [{ label: "ask:components", likely: 0.6 }], false],
    ["hunger", 15, [{ label: "urgent", likely: 0.6 }], false],
    ["self-harm", 15, [{ label: "ask:death-benefit", likely: 0.9 }], false],
    ["self-harm", 15, [{ label: "none", likely: 0.9 }], false],
    ["neglected", 15, [], false],
  ])("on %s of strength %d from %j speaks against it: %s", (signal, strength, ranked, against) =>
    expect(speaksAgainst(ranked, { signal, strength })).toBe(against),
  );

  it.each<[Signal, Ranked, boolean]>([
    ["hunger", [{ label: "apply", likely: 0.9 }], true],
    ["hunger", [{ label: "apply", likely: 0.6 }], false],
    [
      "hunger",
      [
        { label: "apply", likely: 0.8 },
        { label: "urgent", likely: 0.06 },
      ],
      false,
    ],
    ["urgent-medical", [{ label: "ask:pbi-jk", likely: 0.9 }], false],
    ["hunger", [{ label: "none", likely: 0.9 }], false],
    ["self-harm", [{ label: "apply", likely: 1 }], false],
    ["violence", [{ label: "complaint", likely: 1 }], false],
    ["accusation", [{ label: "ask:desil", likely: 1 }], false],
    ["hunger", [], false],
  ])("on a phrase of %s from %j speaks against it: %s", (signal, ranked, against) =>
    expect(speaksAgainstPhrase(ranked, signal)).toBe(against),
  );

  it.each([
    "anak saya tiga belum makan siang itu bisa didaftarkan sekarang",
    "min ada temen yatim piatu umur 14 ga ada yg ngerawat, di lamongan ada panti yg nerima gak",
  ])("a phrase of danger in a calm question is no danger: %s", (text) => {
    expect(reader.read(text)).not.toEqual([]);
    expect(reader.hear(text)).toEqual([]);
  });

  it("knows labels that the intents know", () => {
    const labels = new Set(loadExamples(locales).flatMap(({ right }) => right));
    expect(
      Object.values(NEAR)
        .flat()
        .filter((label) => !labels.has(label)),
    ).toEqual([]);
    expect(Object.keys(NEAR).sort()).toEqual([...SIGNALS].sort());
  });

  it("takes back no blame that a phrase says", () => {
    const shared = { concepts: new Map(), shorthand: new Map() };
    const table = parseTable("phrase\tsuap\nmust\tsuap\nmust-not\tgaji", shared);
    const sure = (): Ranked => [{ label: "ask:desil", likely: 1 }];
    const own = openSignalReader(new Map([["accusation", [table]]]), shared, undefined, undefined, sure);
    expect(own.hear("ada suap")).toEqual(["accusation"]);
  });

  it("takes nothing from who may read: weak words of blame are found for that, and answered like a complaint", () => {
    const some = loadExamples(locales).filter((_, at) => at % 5 === 0); // reading all of them takes long and shows no more
    const weak = some.filter(({ text }) => {
      const found = reader.find(reader.words(text)).filter(({ signal }) => signal === "accusation");
      return found.length > 0 && found.every(({ phrase, strength = 0 }) => phrase === "" && strength <= 5);
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

it("a phrase that its words speak against is in doubt: who may read it is decided as if it might be true", () => {
  const text =
    "mau tanya, TKSK itu digaji pemerintah atau sukarela, ada biaya admin tidak untuk daftar jadi relawan sosial";
  const { found, doubted } = reader.judge(reader.words(text), ["accusation"]);
  expect([...found.map(({ signal }) => signal), ...doubted]).toContain("accusation");
});
