import { describe, expect, it } from "vitest";
import sheets from "../../districts/national/sheet-words.json" with { type: "json" };
import { headerOf } from "../../src/imports/rows/header.ts";
import { readRegisterRow } from "../../src/imports/rows/register-row.ts";
import type { Note } from "../../src/imports/rows/row-findings.ts";
import { tellableText } from "../../src/imports/rows/tellable-text.ts";
import { openAreaFinder } from "../../src/register/area-names.ts";
import type { Area } from "../../src/register/district.ts";
import { areas } from "../support/areas.ts";

const kecamatan = (code: string, name: string): Area => ({ code, name, kind: "kecamatan", parent: "3524" });
const village = (code: string, name: string): Area => ({ code, name, kind: "desa", parent: code.slice(0, 6) });
const places = [
  kecamatan("352410", "Maduran"),
  kecamatan("352411", "Karanggeneng"),
  village("3524102001", "Blumbang"),
  village("3524102002", "Gedangan"),
  village("3524102003", "Sumberwudi"),
  village("3524112001", "Gedangan"),
  village("3524112002", "Kaligerman"),
  village("3524112003", "Jagran"),
];
const codes = new Set(places.map(({ code }) => code));
const context = {
  today: "2026-11-23",
  areas,
  spellings: new Map(),
  statuses: new Map([["valid", "valid" as const]]),
  areaNamed: openAreaFinder(places, sheets.before_places),
  isArea: (code: string) => codes.has(code),
};

function read(cells: Record<string, string>): { area: string | undefined; notes: Note[] } {
  const row = { nik: "3524012003859902", nama: "SUPARMAN", status_data: "VALID", ...cells };
  const found = readRegisterRow(Object.values(row), headerOf(Object.keys(row), "register"), context);
  if ("rejected" in found) throw new Error(found.rejected);
  return { area: found.value.area, notes: found.notes };
}

describe("names of a village and its kecamatan", () => {
  it.each<[string, string, string, string | undefined, Note[]]>([
    ["both right", "Blumbang", "Maduran", "3524102001", []],
    ["as sheets write them", "DESA BLUMBANG", "KEC. MADURAN", "3524102001", []],
    ["one name in two kecamatan", "Gedangan", "Karanggeneng", "3524112001", []],
    ["a village alone", "Jagran", "", "3524112003", []],
    ["a kecamatan alone", "", "Maduran", "352410", []],
    [
      "an unknown village keeps its kecamatan",
      "Zzyxq Wetan",
      "Maduran",
      "352410",
      [{ code: "UNKNOWN_VILLAGE", words: "Zzyxq Wetan (Maduran)" }],
    ],
    [
      "a village of another kecamatan",
      "Kaligerman",
      "Maduran",
      "352410",
      [{ code: "UNKNOWN_VILLAGE", words: "Kaligerman (Maduran)" }],
    ],
    [
      "a misspelt village",
      "Sumberwuddi",
      "Maduran",
      "3524102003",
      [{ code: "GUESSED_VILLAGE", words: "Sumberwuddi (Maduran) -> Sumberwudi" }],
    ],
    [
      "a misspelt kecamatan",
      "Blumbang",
      "Madurann",
      "3524102001",
      [{ code: "GUESSED_KECAMATAN", words: "Madurann -> Maduran" }],
    ],
    [
      "an unknown kecamatan, and a village that only one has",
      "Kaligerman",
      "Zzyxq",
      "3524112002",
      [{ code: "GUESSED_KECAMATAN", words: "Zzyxq -> Karanggeneng" }],
    ],
    [
      "an unknown kecamatan, and a village that two have",
      "Gedangan",
      "Zzyxq",
      undefined,
      [
        { code: "UNKNOWN_KECAMATAN", words: "Zzyxq" },
        { code: "UNKNOWN_VILLAGE", words: "Gedangan (Zzyxq)" },
      ],
    ],
    ["a village that two have, alone", "Gedangan", "", undefined, [{ code: "UNKNOWN_VILLAGE", words: "Gedangan" }]],
    ["an unknown kecamatan alone", "", "Zzyxq", undefined, [{ code: "UNKNOWN_KECAMATAN", words: "Zzyxq" }]],
    [
      "a short name is not guessed",
      "Jagra",
      "Karanggeneng",
      "352411",
      [{ code: "UNKNOWN_VILLAGE", words: "Jagra (Karanggeneng)" }],
    ],
    [
      "a number in the village's column is not told",
      "3524012003859902",
      "Maduran",
      "352410",
      [{ code: "UNKNOWN_VILLAGE" }],
    ],
    ["the person's own name is not told", "Suparman", "Maduran", "352410", [{ code: "UNKNOWN_VILLAGE" }]],
  ])("%s", (_, desa, kec, area, notes) => expect(read({ desa, kecamatan: kec })).toEqual({ area, notes }));
});

describe("an area's code", () => {
  it.each<[string, Record<string, string>, string | undefined, Note[]]>([
    ["that is known", { kode_wilayah: "35.24.10.2001" }, "3524102001", []],
    ["of a kecamatan", { kode_wilayah: "352410" }, "352410", []],
    [
      "that is not known keeps its kecamatan",
      { kode_wilayah: "35.24.10.2099" },
      "352410",
      [{ code: "UNKNOWN_AREA_CODE", words: "35.24.10.2099" }],
    ],
    [
      "of another district",
      { kode_wilayah: "3517012001" },
      undefined,
      [{ code: "UNKNOWN_AREA_CODE", words: "3517012001" }],
    ],
    [
      "that is not known, and names that are",
      { kode_wilayah: "9999999999", desa: "Blumbang", kecamatan: "Maduran" },
      "3524102001",
      [{ code: "UNKNOWN_AREA_CODE", words: "9999999999" }],
    ],
    ["that is a NIK is not told", { kode_wilayah: "3524012003859902" }, undefined, [{ code: "UNKNOWN_AREA_CODE" }]],
    [
      "in parts",
      { kode_provinsi: "35", kode_kabupaten: "24", kode_kecamatan: "10", kode_desa: "2002" },
      "3524102002",
      [],
    ],
    ["of province and regency alone says nothing", { kode_provinsi: "35", kode_kabupaten: "24" }, undefined, []],
  ])("%s", (_, cells, area, notes) => expect(read(cells)).toEqual({ area, notes }));
});

it.each([
  ["Zzyxq  Wetan\n", "Zzyxq Wetan"],
  ["31/13/2026", "31/13/2026"],
  ["3524 0120 0385 9902", undefined],
  ["hubungi 0812-3456-7890", undefined],
  ["x".repeat(41), undefined],
  ["siti  AMINAH", undefined],
  ["", undefined],
])("tellableText of %j is %j", (text, told) => expect(tellableText(text, "SITI AMINAH")).toBe(told));
