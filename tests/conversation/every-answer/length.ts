import { describe, expect, it } from "vitest";
import { flowOf } from "../../../src/conversation/engine/flow.ts";
import type { StateName } from "../../../src/conversation/engine/state-names.ts";
import type { Reply, Text, Value } from "../../../src/vocabulary/message.ts";
import { factsAt, locales, NOW, translate } from "../dialogue.ts";
import { held } from "../dialogue-table.ts";
import { allDialogues } from "../dialogues/index.ts";

const FIRST = 350;
const MEDIAN = 200;
const ON_DEMAND = 700;
const NOTICE = 200;
/** Few citizens choose English, whose texts are longer. */
const COUNTED = locales.filter((locale) => locale !== "en");
/** In characters: the part of the citizen's own words that does not count. */
const OWN = 160;

/** In these states the citizen has asked for more. */
const DETAILS: ReadonlySet<StateName> = new Set([
  "ask.more",
  "repair.details",
  "repair.death-details",
  "privacy.stored",
  "track.view",
]);
const BESIDE = /^>(?:secrecy\.keep|language\.choose:jv)$/;
const OPENING_WORDS: ReadonlySet<string> = new Set(["text", "words", "tickets", "aid"]);

const said = (value: Value, locale: string): string =>
  typeof value === "object" && value !== null && ("key" in value || "words" in value)
    ? translate(locale, value as Text)
    : String(value);
const lengthOf = (text: string): number => [...text].length;

const linesOf = (value: Value, locale: string): string[] =>
  typeof value === "object" && value !== null && "lines" in value
    ? value.lines.map((line) => said(line, locale))
    : [said(value, locale)];

function ownIn(text: Text, locale: string): number {
  if (!("key" in text)) return 0;
  return Object.entries(text.values ?? {})
    .filter(([name]) => OPENING_WORDS.has(name))
    .flatMap(([, value]) => linesOf(value, locale))
    .reduce((sum, line) => sum + Math.min(OWN, lengthOf(line)), 0);
}

function shownIn(replies: readonly Reply[], locale: string): { shown: string; length: number } {
  const parts = replies.flatMap((reply) => reply.parts);
  const shown = parts.map((part) => translate(locale, part)).join("\n");
  return { shown, length: lengthOf(shown) - parts.reduce((sum, part) => sum + ownIn(part, locale), 0) };
}

const isNotice = ({ parts }: Reply): boolean => parts.some((part) => "key" in part && part.key.startsWith("welcome."));

describe("the answers to citizens are short", () => {
  const counted: number[] = [];

  it.each(allDialogues)("$label", (dialogue) => {
    held(dialogue, ({ at, text, replies }) => {
      const notices = replies.filter(isNotice);
      const answers = replies.filter((reply) => !isNotice(reply));
      const most = DETAILS.has(at as StateName) ? ON_DEMAND : FIRST;
      for (const locale of COUNTED) {
        const { shown, length } = shownIn(answers, locale);
        expect(length, shown).toBeLessThanOrEqual(most);
        if (notices.length > 0) expect(shownIn(notices, locale).length, text).toBeLessThanOrEqual(NOTICE);
        if (locale === "id" && most === FIRST) counted.push(length);
      }
      expect([...text.matchAll(/\bmaaf\b/giu)].length, `${text}\nasks pardon twice`).toBeLessThanOrEqual(1);
    });
  });

  it("their median is under 200 characters", () => {
    const sorted = counted.sort((a, b) => a - b);
    expect(sorted.length).toBeGreaterThan(1_000);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(MEDIAN);
  });

  it("an answer of knowledge has at most five choices", () => {
    for (const dialogue of allDialogues)
      held(dialogue, ({ at, choices, text }) => {
        if (flowOf(at as StateName) === "ask" && at !== "ask.others")
          expect(choices.filter((id) => !BESIDE.test(id)).length, text).toBeLessThanOrEqual(5);
      });
  });

  it("the text for tonight of each danger is within the limit", () => {
    for (const { tonight } of factsAt(NOW).district.urgent.texts)
      expect(lengthOf(translate("id", { words: tonight }))).toBeLessThan(FIRST / 2 + 30);
  });
});
