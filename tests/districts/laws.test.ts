import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDistrict, listDistrictIds } from "../../src/districts/index.ts";
import { lawsIn } from "../../src/districts/laws.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";

const repealed = (root: { shipped: string; own: string }) =>
  checkDistrict(root, "lamongan").repealed.map(({ text, why }) => `${text}: ${why}`);
const OLD = "Permensos 3/2025 has repealed Permensos 3/2021; say what holds now";

describe("the laws that a text names", () => {
  it.each([
    ["Permensos 3/2021 tentang Pengelolaan Data", ["Permensos 3/2021"]],
    ["Peraturan Menteri Sosial Nomor 3 Tahun 2021", ["Permensos 3/2021"]],
    ["Peraturan Menteri Sosial RI No. 3 Tahun 2021", ["Permensos 3/2021"]],
    ["Peraturan Menteri  Sosial\nRepublik Indonesia Nomor 3 Tahun 2021", ["Permensos 3/2021"]],
    ["permensos No.3/2021, Permensos 3/2021", ["Permensos 3/2021"]],
    ["PP 101/2012 jo. PP 76/2015", ["PP 101/2012", "PP 76/2015"]],
    ["UU 24/2013 pasal 79A dan Perpres 96/2018", ["UU 24/2013", "Perpres 96/2018"]],
    ["Undang-Undang Nomor 17 Tahun 2023 Pasal 174", ["UU 17/2023"]],
    ["Kepmensos Nomor 73/HUK/2024", ["Kepmensos 73/2024"]],
    ["Perbup 12/2024", ["Perbup 12/2024"]],
    ["KPP 101/2012, tahun 3/2021, Jalan PP 5, rapat 12/2024", []],
    ["", []],
  ])("%j", (text, laws) => expect(lawsIn(text)).toEqual(laws));
});

describe("a repealed law", () => {
  it.each(listDistrictIds(DISTRICTS))("is named by no text that ships for %s", (district) => {
    expect(checkDistrict(DISTRICTS, district).repealed).toEqual([]);
  });

  it.each([
    ["a reason's source", "lamongan/reasons.json", [{ reason: "PINDAH", source: "Permensos 3/2021" }], "reason/PINDAH"],
    [
      "an answer's words",
      "lamongan/answers/news.json",
      { words: { id: "Lihat Peraturan Menteri Sosial Nomor 3 Tahun 2021." } },
      "answer/news",
    ],
    ["an office's source", "lamongan/offices.csv", "id,source\ndinsos,Permensos 3/2021\n", "office/dinsos"],
    ["the agency's source", "lamongan/district.json", { agency: { source: "Permensos 3/2021" } }, "agency"],
    ["a number's source", "national/helplines.json", [{ id: "police", source: "Permensos 3/2021" }], "helpline/police"],
  ])("is found in %s", (_, path, content, text) => {
    const root = ownPacks({ [path]: content });
    expect(repealed(root)).toEqual([`${text}: ${OLD}`]);
    const [found] = checkDistrict(root, "lamongan").repealed;
    expect(found?.at).toMatch(new RegExp(`^${join(root.own, path)}:\\d+$`));
  });

  it("may be cited beside the law that repeals it", () => {
    const source = "Permensos 3/2025, yang mencabut Permensos 3/2021";
    expect(repealed(ownPacks({ "lamongan/reasons.json": [{ reason: "PINDAH", source }] }))).toEqual([]);
  });

  it("can be added by an office", () => {
    const root = ownPacks({
      "lamongan/answers/news.json": { source: "Perbup 12/2024" },
      "national/laws.json": [
        { law: "Perbup 12/2024", about: "bansos daerah", in_force: true, checked_on: "2026-11-29" },
      ],
    });
    const unknown = () => checkDistrict(root, "lamongan").laws.map(({ text }) => text);
    expect([repealed(root), unknown().includes("law Perbup 12/2024")]).toEqual([[], false]);
    const gone = { law: "Perbup 12/2024", about: "x", repealed_by: "Perbup 3/2026", checked_on: "2026-11-29" };
    root.write("national/laws.json", [gone]);
    expect(repealed(root)).toEqual(["answer/news: Perbup 3/2026 has repealed Perbup 12/2024; say what holds now"]);
    root.write("national/laws.json", []);
    expect([repealed(root), unknown().includes("law Perbup 12/2024")]).toEqual([[], true]);
  });

  it("is repealed by an office's list although it ships as in force", () => {
    const root = ownPacks({ "national/laws.json": [{ law: "Permensos 3/2025", repealed_by: "Permensos 1/2027" }] });
    expect(repealed(root)).toContain(
      "answer/how-to-register: Permensos 1/2027 has repealed Permensos 3/2025; say what holds now",
    );
  });

  it.each([
    ["no law's name", [{ law: "Permensos nomor 3", about: "x", checked_on: "2026-11-29" }], /law: is no law/],
    ["nothing that is known", [{ law: "Perbup 1/2026" }], /Perbup 1\/2026: nothing that ships has it.*about/],
  ])("in a list with %s is a problem", (_, laws, problem) => {
    const { problems } = checkDistrict(ownPacks({ "national/laws.json": laws }), "lamongan");
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });
});

it("every law that ships is named once, and by one that names it where it is repealed", () => {
  const laws = JSON.parse(readFileSync(join(DISTRICTS, "national/laws.json"), "utf8")) as {
    law: string;
    repealed_by?: string;
    in_force?: true;
  }[];
  const names = laws.map(({ law }) => law);
  expect(new Set(names).size).toBe(names.length);
  expect(laws.flatMap(({ repealed_by }) => repealed_by ?? []).filter((law) => !names.includes(law))).toEqual([]);
  expect(laws.filter(({ in_force, repealed_by }) => in_force && repealed_by)).toEqual([]);
});
