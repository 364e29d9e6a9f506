import { describe, expect, it } from "vitest";
import { checkDistrict, listDistrictIds, loadDistricts } from "../../src/districts/index.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";

const contradictions = (files: Record<string, string | object>) =>
  checkDistrict(ownPacks(files), "lamongan").contradictions.map(({ text, why }) => `${text}: ${why}`);
const agency = (fields: object) => ({ "lamongan/district.json": { agency: fields } });
const RENAMED = "Dinas Sosial PPPA Kabupaten Lamongan";

it.each(listDistrictIds(DISTRICTS))("%s ships without a contradiction", (id) =>
  expect(checkDistrict(DISTRICTS, id).contradictions).toEqual([]),
);

describe("facts that two files state differently are named", () => {
  it.each<[string, Record<string, string | object>, RegExp[]]>([
    [
      "the agency renamed in one place",
      agency({ name: RENAMED }),
      [/^agency: is named "Dinas Sosial PPPA .*office\/dinsos/],
    ],
    [
      "its office renamed in one place",
      { "lamongan/offices.csv": `id,name\ndinsos,${RENAMED}\n` },
      [/^agency: is named /],
    ],
    ["both renamed", { ...agency({ name: RENAMED }), "lamongan/offices.csv": `id,name\ndinsos,${RENAMED}\n` }, []],
    [
      "an address among the channels",
      agency({ official: ["lamongankab.go.id", "kantor, Jl. Lama 3"] }),
      [/^agency: official tells the address "kantor, Jl\. Lama 3"/],
    ],
    ["a telephone among the channels", agency({ official: ["lamongankab.go.id", "WA 0811 000 0001"] }), []],
    [
      "another site in the news",
      { "lamongan/answers/news.json": { words: { id: "Kabar di dinsos.example.id/kabar.", en: "News." } } },
      [/^answer\/news: names dinsos\.example\.id, /],
    ],
    [
      "the site changed, the news not",
      agency({ official: ["dinsos.example.id"] }),
      [/^answer\/news: names lamongankab\.go\.id, /],
    ],
    ["another address of the office", { "lamongan/offices.csv": "id,address\ndinsos,Jalan Contoh 1\n" }, []],
  ])("%s", (_, files, found) => {
    const told = contradictions(files);
    expect(told).toHaveLength(found.length);
    for (const [index, pattern] of found.entries()) expect(told[index]).toMatch(pattern);
  });
});

describe("a fact at its place in earlier releases is refused, with the place of today", () => {
  it.each([
    ["address", /district\.json:3: agency\.address: .* offices\.csv alone/],
    ["phone", /district\.json:3: agency\.phone: .* offices\.csv alone/],
    ["website", /district\.json:3: agency\.website: .* agency\.official alone/],
  ])("%s", (field, sentence) => {
    const root = ownPacks(agency({ [field]: "lama" }));
    expect(checkDistrict(root, "lamongan").problems).toEqual([expect.stringMatching(sentence)]);
    expect(() => loadDistricts(root, ["lamongan"])).toThrow(sentence);
  });
});
