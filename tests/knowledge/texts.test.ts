import { describe, expect, it } from "vitest";
import { findAnswer } from "../../src/conversation/understanding/knowledge.ts";
import { checkDistrict, listDistrictIds, loadDistricts } from "../../src/districts/index.ts";
import { TOPICS } from "../../src/vocabulary/lists.ts";
import { locales, translate } from "../conversation/dialogue.ts";
import { held } from "../conversation/dialogue-table.ts";
import { askDialogues } from "../conversation/dialogues/ask.ts";
import { askTopicsDialogues } from "../conversation/dialogues/ask-topics.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";
import { words } from "../support/shipped-words.ts";

const dialogues = [...askDialogues, ...askTopicsDialogues];
const packs = loadDistricts(DISTRICTS, listDistrictIds(DISTRICTS));

describe.each(packs.map((pack) => [pack.id, pack] as const))("%s", (_, { knowledge }) => {
  it("answers every topic", () => expect(TOPICS.filter((topic) => !knowledge[topic])).toEqual([]));

  it("has every text in Indonesian and English", () => {
    const gaps = Object.entries(knowledge).filter(([, { title, words, details }]) =>
      [title, words, ...(details ? [details] : [])].some(({ en }) => en === undefined),
    );
    expect(gaps.map(([name]) => name)).toEqual([]);
  });

  it("finds each answer by each of its phrases", () => {
    const lost = Object.entries(knowledge).flatMap(([name, { phrases }]) =>
      phrases
        .filter((phrase) => findAnswer(phrase, knowledge, words)?.name !== name)
        .map((phrase) => `${name}: ${phrase}`),
    );
    expect(lost).toEqual([]);
  });

  it("gives no amount without a source, and names no person", () => {
    for (const { words, details, source } of Object.values(knowledge)) {
      const text = `${words.id} ${details?.id ?? ""}`;
      if (/Rp\s?\d/.test(text)) expect(source).toMatch(/\d{4}/);
      expect(text).not.toMatch(/\b(?:Bapak|Ibu|Pak|Bu) [A-Z][a-z]+(?! ?\/)/);
    }
  });
});

it("no answer cites a repealed law, and every answer waits for its signature", () => {
  for (const { id } of packs) {
    const { repealed, unsigned } = checkDistrict(DISTRICTS, id);
    expect(repealed).toEqual([]);
    expect(unsigned.filter(({ text }) => text === "answer/desil")).toHaveLength(1);
  }
});

describe("a first answer is short", () => {
  it.each(locales)("in %s: half of them under 200 characters, none over 350", (locale) => {
    const lengths: number[] = [];
    for (const dialogue of dialogues)
      held(dialogue, (answer) => {
        const shown = answer.replies.at(-1)?.parts.map((part) => translate(locale, part)) ?? [];
        if (answer.at === "ask.show") lengths.push(shown.join("\n\n").length);
        if (answer.at === "ask.more") expect(shown.join("\n\n").length).toBeLessThanOrEqual(700);
      });
    lengths.sort((a, b) => a - b);
    expect(lengths.length).toBeGreaterThan(30);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(200);
    expect(lengths.at(-1)).toBeLessThanOrEqual(350);
  });

  it.each(locales)("in %s: no text comes twice in a row", (locale) => {
    for (const dialogue of dialogues) {
      let before = "";
      held(dialogue, (answer) => {
        const shown = answer.replies.flatMap(({ parts }) => parts.map((part) => translate(locale, part))).join("\n\n");
        if (answer.at.startsWith("ask.")) expect(shown).not.toBe(before);
        before = shown;
      });
    }
  });
});

describe("an office's own answer", () => {
  const problemsOf = (name: string, answer: object) =>
    checkDistrict(ownPacks({ [`lamongan/answers/${name}.json`]: answer }), "lamongan").problems;
  const whole = {
    title: { id: "Posko banjir", en: "Flood post" },
    words: { id: "Posko banjir ada di balai desa.", en: "The flood post is at the village hall." },
    phrases: ["posko banjir"],
    source: "Surat edaran 1/2026",
    checked_on: "2026-11-28",
    owner: "Dinas Sosial Kabupaten Lamongan",
  };

  it("is laid over the nation's answer field by field", () => {
    const own = ownPacks({
      "lamongan/answers/desil.json": { words: { id: "Desil di Lamongan.", en: "Deciles here." } },
    });
    const [district] = loadDistricts(own, ["lamongan"]);
    expect(district?.knowledge.desil).toMatchObject({ words: { id: "Desil di Lamongan." }, title: { id: "Desil" } });
  });

  it("with a new name is found by its phrases", () => {
    const [district] = loadDistricts(ownPacks({ "lamongan/answers/flood-post.json": whole }), ["lamongan"]);
    expect(findAnswer("posko banjir dimana", district?.knowledge ?? {}, words)?.name).toBe("flood-post");
  });

  it.each<[string, object, RegExp]>([
    [
      "too long",
      { ...whole, words: { id: "a".repeat(351) } },
      /flood-post\.json:\d+: words\.id: has 351 characters, and must have 350 at most/,
    ],
    ["a long title", { ...whole, title: { id: "Posko banjir dan kebakaran" } }, /title\.id: has 26 characters/],
    ["no phrases", { ...whole, phrases: [] }, /flood-post\.json:\d+: phrases/],
    ["that leads to what is like none", { ...whole, next: ["qqqqqqqq"] }, /next: there is no answer qqqqqqqq$/],
    ["that leads nowhere", { ...whole, next: ["desill"] }, /next: there is no answer desill \(the nearest is desil\)/],
  ])("%s is named", (_, answer, sentence) => {
    expect(problemsOf("flood-post", answer)).toEqual([expect.stringMatching(sentence)]);
  });
});
