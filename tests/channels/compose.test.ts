import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Limits } from "../../src/channels/channel.ts";
import { composeBubbles } from "../../src/channels/compose.ts";
import type { Reply, Text } from "../../src/vocabulary/message.ts";

const LIMITS: Limits = {
  text: 200,
  textWithChoices: 60,
  choices: 3,
  choiceTitle: 12,
  choiceDescription: 10,
  rate: 0,
  chatRate: 0,
  burst: 1,
};
const words = (text: string): Text => ({ words: { id: text, en: text } });
const say = (_: string, text: Text): string => ("words" in text ? text.words.id : text.key);
const compose = (replies: Reply[], limits = LIMITS) => composeBubbles(replies, "id", limits, say);
const choice = (id: string, title = id, description?: string) => ({
  id,
  title: words(title),
  ...(description === undefined ? {} : { description: words(description) }),
});

describe("bubbles", () => {
  it.each([
    ["one reply", [{ parts: [words("satu")] }], ["satu"]],
    ["two parts with an empty line between", [{ parts: [words("satu"), words("dua")] }], ["satu\n\ndua"]],
    ["two replies", [{ parts: [words("satu")] }, { parts: [words("dua")] }], ["satu\n\ndua"]],
    ["an empty part", [{ parts: [words(" "), words("dua")] }], ["dua"]],
    ["nothing", [{ parts: [] }], []],
    [
      "one paragraph more than fits",
      [{ parts: [words("a".repeat(150)), words("b".repeat(100))] }],
      ["a".repeat(150), "b".repeat(100)],
    ],
    [
      "cut at a line",
      [{ parts: [words(`${"a".repeat(150)}\n${"b".repeat(100)}`)] }],
      ["a".repeat(150), "b".repeat(100)],
    ],
    [
      "cut at a word",
      [{ parts: [words(`${"a".repeat(150)} ${"b".repeat(100)}`)] }],
      ["a".repeat(150), "b".repeat(100)],
    ],
    [
      "cut in a word, where there is nothing else",
      [{ parts: [words("a".repeat(250))] }],
      ["a".repeat(200), "a".repeat(50)],
    ],
  ] as [string, Reply[], string[]][])("%s", (_, replies, expected) => {
    expect(compose(replies).map(({ text }) => text)).toEqual(expected);
  });

  it.each([
    ["a line", "⚠ Data perlu diperbaiki:\n• Nama beda", "⚠ Data perlu diperbaiki:"],
    ["a sentence", "Terdaftar. NIK dan nama itu ada.", "Terdaftar."],
    ["the whole text", "✔ Data cocok", "✔ Data cocok"],
    ["a sentence with a point in it", "Ada 1.000 baris. Lagi.", "Ada 1.000 baris."],
  ])("a card's status is %s, and its names are listed once, the longest first", (_, text, status) => {
    const card = {
      tone: "warn" as const,
      status: words(text),
      names: [words("PKH"), "BPNT", words("PKH")],
      said: words("Perlu diurus"),
    };
    const [body] = compose([{ parts: [words("Data SITI:"), words(text)], card }]);
    expect(body?.card).toEqual({ tone: "warn", status, names: ["BPNT", "PKH"], said: "Perlu diurus" });
  });

  it("puts the card on the bubble with the status, and the question on the last bubble", () => {
    const card = { tone: "good" as const, status: words("b".repeat(100)), names: [], said: words("Hasilnya baik") };
    const said = compose([
      { parts: [words("a".repeat(150))] },
      { parts: [words("b".repeat(100))], asks: "number", card },
    ]);
    expect(said.map(({ asks, card: shown }) => [asks, shown?.tone])).toEqual([
      [undefined, undefined],
      ["number", "good"],
    ]);
  });

  it("keeps the question with its choices", () => {
    const reply: Reply = { parts: [words("a".repeat(100)), words("Yang mana?")], choices: [choice("x")] };
    expect(compose([reply]).map(({ text, choices }) => [text, choices.length])).toEqual([
      ["a".repeat(100), 0],
      ["Yang mana?", 1],
    ]);
  });

  it("cuts the last reply's choices to the channel's limits", () => {
    const [bubble] = compose([
      { parts: [words("satu")], choices: [choice("old")] },
      {
        parts: [words("dua")],
        choices: [choice("a", "panjang sekali judulnya", "keterangan panjang"), choice("b"), choice("c"), choice("d")],
      },
    ]);
    expect(bubble?.choices).toEqual([
      { id: "a", title: "panjang sek…", description: "keteranga…" },
      { id: "b", title: "b" },
      { id: "c", title: "c" },
    ]);
  });
});

const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\n\n", "😀", "é", "kata "), maxLength: 400 });
const reply = fc.record({
  parts: fc.array(text.map(words), { maxLength: 5 }),
  choices: fc.array(
    fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), text).map(([id, title]) => choice(id, title)),
    { maxLength: 5 },
  ),
});

describe("for every reply", () => {
  it("the limits hold, choices are under the last bubble, and no character is cut in two", () => {
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 3 }), (replies) => {
        const bubbles = compose(replies);
        for (const [index, { text: said, choices }] of bubbles.entries()) {
          const isLast = index === bubbles.length - 1;
          expect(said.length).toBeLessThanOrEqual(choices.length > 0 ? LIMITS.textWithChoices : LIMITS.text);
          if (!isLast) expect(choices).toEqual([]);
          for (const { title } of choices) expect(title.length).toBeLessThanOrEqual(LIMITS.choiceTitle);
          expect(said.isWellFormed() && choices.every(({ title }) => title.isWellFormed())).toBe(true);
        }
      }),
    );
  });

  it("no word is lost", () => {
    const letters = (value: string): string => value.replace(/\s/g, "");
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 3 }), (replies) => {
        const given = replies.flatMap(({ parts }) => parts.map((part) => letters(say("id", part)))).join("");
        expect(
          compose(replies)
            .map(({ text: said }) => letters(said))
            .join(""),
        ).toBe(given);
      }),
    );
  });
});
