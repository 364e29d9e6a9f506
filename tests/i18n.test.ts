import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openTranslator } from "../src/i18n.ts";
import type { Value } from "../src/vocabulary/message.ts";

const { translate, locales } = await openTranslator(join(import.meta.dirname, "../locales"));
const said = (locale: string, value: Value): string =>
  translate(locale, { key: "repair.item", values: { item: value } })
    .replace(/^\W+/, "")
    .replaceAll("\u00a0", " ");

it("Indonesian comes first", () => expect(locales[0]).toBe("id"));

describe("values have the form in which people write them", () => {
  it.each([
    ["a date", { date: "2026-11-23" }, "23 November 2026", "23 November 2026"],
    ["another", { date: "2026-08-05" }, "5 Agustus 2026", "5 August 2026"],
    ["a month", { month: "2021-04" }, "April 2021", "April 2021"],
    ["another month", { month: "2021-05" }, "Mei 2021", "May 2021"],
    ["money", { money: 1_250_000 }, "Rp1.250.000", "Rp1,250,000"],
    [
      "a moment, in Jakarta",
      { time: Date.parse("2026-11-23T18:00Z") },
      "Selasa, 24 November 2026",
      "Tuesday, 24 November 2026",
    ],
    [
      "a moment with its hour",
      { moment: Date.parse("2026-11-23T18:05Z"), zone: "Asia/Jakarta" },
      "Selasa, 24 November 2026, 01.05 WIB",
      "Tuesday, 24 November 2026, 01.05 WIB",
    ],
    [
      "a moment with its hour, in Jayapura",
      { moment: Date.parse("2026-11-23T18:05Z"), zone: "Asia/Jayapura" },
      "Selasa, 24 November 2026, 03.05 WIT",
      "Tuesday, 24 November 2026, 03.05 WIT",
    ],
    [
      "lines",
      { lines: [{ words: { id: "satu", en: "one" } }, { words: { id: "dua", en: "two" } }] },
      "satu\ndua",
      "one\ntwo",
    ],
    [
      "a text in a text",
      { key: "owner.dinsos" },
      translate("id", { key: "owner.dinsos" }),
      translate("en", { key: "owner.dinsos" }),
    ],
    ["a pack's words", { words: { id: "KTP", en: "ID card" } }, "KTP", "ID card"],
    ["a pack's words in Indonesian only", { words: { id: "KTP" } }, "KTP", "KTP"],
    ["text", "apa adanya", "apa adanya", "apa adanya"],
    ["a number", 3, "3", "3"],
  ] as [string, Value, string, string][])("%s", (_, value, id, en) => {
    expect([said("id", value), said("en", value)]).toEqual([id, en]);
  });
});

it.each([
  ["a date", { date: "2026-08-05" }, "5 Agustus 2026"],
  ["a moment", { time: Date.parse("2026-11-28T18:00Z") }, "Ahad, 29 November 2026"],
  ["money", { money: 1_250_000 }, "Rp1.250.000"],
  ["a pack's words in Javanese", { words: { id: "KTP lama", jv: "KTP lami" } }, "KTP lami"],
  ["a pack's words without Javanese", { words: { id: "KTP lama", en: "old KTP" } }, "KTP lama"],
] as [string, Value, string][])("in Javanese: %s", (_, value, told) => expect(said("jv", value)).toBe(told));

it.each([
  ["a gap", "{{agency}}"],
  ["a nesting", "$t(menu.choose)"],
  ["markup", "<b>x</b> & 'y'"],
])("a citizen's words stay unchanged: %s", (_, text) => expect(said("id", text)).toContain(text.replace(/^\W+/, "")));

it("an unknown language gives the Indonesian text", () => {
  expect(translate("fr", { key: "menu.choose" })).toBe(translate("id", { key: "menu.choose" }));
});
