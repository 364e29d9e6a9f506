import { describe, expect, it } from "vitest";
import { loadDistricts } from "../../src/districts/index.ts";
import { listedProgrammes, tellableProgrammes } from "../../src/register/listed-programmes.ts";
import { DISTRICTS } from "../support/areas.ts";
import { words } from "../support/shipped-words.ts";

const [jombang] = loadDistricts(DISTRICTS, ["jombang"]);
const listed = (...programmes: string[]) =>
  listedProgrammes({ programmes, asOf: "2026-11-01" }, jombang?.programmes ?? [], words.naming.aid).map(
    ({ code }) => code,
  );

describe("the names of an aid list that citizens may read", () => {
  const named = (text: string, count: number) => ({ text, count });
  it.each<[string, { text: string; count: number }[], string[]]>([
    ["a programme of some families", [named("BLT", 5)], ["BLT"]],
    ["a name in few rows, which may be a person's in the wrong column", [named("SITI AMINAH", 4)], []],
    ["names without end, which a shifted column has", Array.from({ length: 31 }, (_, at) => named(`A${at}`, 9)), []],
    ["a whole sentence", [named("BANTUAN UNTUK WARGA YANG TERDAMPAK BANJIR", 9)], []],
  ])("%s", (_, all, expected) => expect(tellableProgrammes(all)).toEqual(expected));
});

describe("the programmes that only an aid list names", () => {
  it.each<[string, string[], string[]]>([
    ["a district's own aid", ["BLT", "BEDAH RUMAH"], ["BLT", "BEDAH RUMAH"]],
    ["a name that the office has described since", ["PKH", "SEMBAKO", "BPNT/SEMBAKO"], []],
    ["a cell that names several programmes", ["PKH, BLT", "BLT + BPNT"], []],
    ["a programme whose name begins with a known one", ["PKH PLUS"], ["PKH PLUS"]],
    ["words that name any aid, and no words", ["BANTUAN", "UANG", "/", "2026"], []],
    ["one name in two spellings", ["BLT-DD", "BLT DD"], ["BLT DD"]],
  ])("%s", (_, programmes, expected) => expect(listed(...programmes)).toEqual(expected));

  it("are none for the list of a release that did not keep them", () => {
    expect(listedProgrammes({ asOf: "2026-11-01" }, [], new Set())).toEqual([]);
  });
});
