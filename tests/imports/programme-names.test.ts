import { describe, expect, it } from "vitest";
import { listDistrictIds, loadDistricts } from "../../src/districts/index.ts";
import { readAidRow } from "../../src/imports/rows/aid-row.ts";
import type { Cell } from "../../src/imports/rows/cell.ts";
import { findHeader } from "../../src/imports/rows/header.ts";
import { programmeNamesOf } from "../../src/register/programme-names.ts";
import { areas, DISTRICTS } from "../support/areas.ts";

const [lamongan] = loadDistricts(DISTRICTS, ["lamongan"]);
const names = programmeNamesOf(lamongan?.programmes ?? []);
const { header } = findHeader([["NIK", "Jenis Bantuan", "Status Salur"]], "aid");

function read(programme: string) {
  const context = {
    today: "2026-11-29",
    areas,
    spellings: new Map(),
    statuses: new Map(),
    programmes: names,
    areaNamed: () => ({}),
    isArea: () => true,
  };
  const row: Cell[] = ["3524011203859001", programme, "TERSALUR"];
  const found = readAidRow(row, header, context as unknown as Parameters<typeof readAidRow>[2]);
  return "value" in found ? [found.value.programme, ...found.notes.map(({ code, words }) => `${code} ${words}`)] : [];
}

describe("the programme of a payment", () => {
  it.each([
    ["PKH", ["PKH"]],
    ["pkh", ["PKH"]],
    ["pbi jk", ["PBI-JK", "NAMED_PROGRAMME PBI JK -> PBI-JK"]],
    ["Sembako", ["BPNT", "NAMED_PROGRAMME SEMBAKO -> BPNT"]],
    ["  KARTU   SEMBAKO ", ["BPNT", "NAMED_PROGRAMME KARTU SEMBAKO -> BPNT"]],
    ["Program Keluarga Harapan", ["PKH", "NAMED_PROGRAMME PROGRAM KELUARGA HARAPAN -> PKH"]],
    ["BPNT/Sembako", ["BPNT", "NAMED_PROGRAMME BPNT/SEMBAKO -> BPNT"]],
    ["Sembako (BPNT)", ["BPNT", "NAMED_PROGRAMME SEMBAKO (BPNT) -> BPNT"]],
    ["PKH, BPNT", ["PKH, BPNT", "UNKNOWN_PROGRAMME PKH, BPNT"]],
    ["BPNT tahap 2", ["BPNT TAHAP 2", "UNKNOWN_PROGRAMME BPNT TAHAP 2"]],
    ["/", ["/", "UNKNOWN_PROGRAMME /"]],
    ["Bedah Rumah", ["BEDAH RUMAH", "UNKNOWN_PROGRAMME BEDAH RUMAH"]],
  ])("%s is read as %j", (programme, expected) => {
    expect(read(programme)).toEqual(expected);
  });

  it.each(listDistrictIds(DISTRICTS))("every name of every programme of %s is read as its one code", (id) => {
    const [district] = loadDistricts(DISTRICTS, [id]);
    const known = programmeNamesOf(district?.programmes ?? []);
    for (const { code, name, aliases } of district?.programmes ?? []) {
      for (const text of [code, name.id, ...aliases]) {
        expect([
          text,
          known.get(
            text
              .toLowerCase()
              .replace(/[^\p{L}\p{N}]+/gu, " ")
              .trim(),
          ),
        ]).toEqual([text, code]);
      }
    }
  });

  it("a name of two programmes is read as neither", () => {
    const [one, other] = lamongan?.programmes ?? [];
    if (!one || !other) throw new Error("no programmes");
    const both = programmeNamesOf([
      { ...one, aliases: ["beras"] },
      { ...other, aliases: ["Beras"] },
    ]);
    expect(both.get("beras")).toBeUndefined();
    expect(both.get(one.code.toLowerCase())).toBe(one.code);
  });
});
