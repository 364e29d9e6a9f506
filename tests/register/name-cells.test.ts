import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMoreThanName, saysDead } from "../../src/register/name-cells.ts";
import { isSameName } from "../../src/register/person-names.ts";
import { words } from "../support/shipped-words.ts";

/** Each row: the typed name, and the cell of the list. */
const PROVED: [string, string][] = [
  ["Siti Aminah", "SITI AMINAH (JANDA)"],
  ["Siti Aminah", "SITI AMINAH [JANDA]"],
  ["Siti Aminah", "SITI AMINAH (JANDA"],
  ["Agus Salim", "H. AGUS SALIM (ALM. SUAMI)"],
  ["Siti Aminah", "SITI AMINAH (KARTINI)"],
  ["Tasripah", "TASRIPAH (JANDA)"],
  ["Tasripah", "TASRIPAH / CASMADI"],
  ["Casmadi", "TASRIPAH/CASMADI"],
  ["Siti Aminah", "SITI AMINAH / BUDI SANTOSO"],
  ["Siti Aminah", "SITI AMINAH / BUDI"],
  ["Sutrisno", "SUTRISNO ALIAS TRIS"],
  ["Tris", "SUTRISNO als. TRIS"],
  ["Siti Aminah", "SITI AMINAH BINTI ALI"],
  ["Siti Aminah binti Ali", "SITI AMINAH BINTI ALI"],
  ["Siti Aminah binti Ali", "SITI AMINAH"],
  ["Siti Aminah binti Ali", "SITI AMINAH (JANDA)"],
  ["Sukarti", "SUKARTI BINTI KASAN"],
  ["Siti Aminah", "SITI AMINAH BINTI ALI (ALMH)"],
];

const NOT_PROVED: [string, string][] = [
  ["Siti", "SITI AMINAH (JANDA)"],
  ["Janda", "SITI AMINAH (JANDA)"],
  ["Siti", "SITI (AMINAH)"],
  ["Siti", "SITI (AMINAH JANDA)"],
  ["Arif", "MUHAMMAD ARIF (SETIAWAN)"],
  ["Budi", "SITI AMINAH / BUDI"],
  ["Iti", "SITI AMINAH ALIAS ITI"],
  ["Ali", "SITI AMINAH BINTI ALI"],
  ["Siti Aminah binti Kasan", "SITI AMINAH BINTI ALI"],
  ["Siti / Aminah / Tasripah", "TASRIPAH"],
  ["Tasripah / Casmadi / Kasan", "TASRIPAH / CASMADI"],
  ["", "( )"],
  ["-", "/"],
];

describe("a cell that holds more than a name", () => {
  it.each(PROVED)("%s proves %s", (typed, cell) => expect(isSameName(typed, cell, words)).toBe(true));
  it.each(NOT_PROVED)("%s does not prove %s", (typed, cell) => expect(isSameName(typed, cell, words)).toBe(false));
  it.each([
    ["SITI AMINAH (JANDA)", true],
    ["TASRIPAH / CASMADI", true],
    ["SUTRISNO ALIAS TRIS", true],
    ["SITI AMINAH BINTI ALI", true],
    ["SITI AMINAH, S.Pd", false],
    ["BINTI RAHAYU", false],
  ])("the import notes %s: %s", (cell, noted) => expect(isMoreThanName(cell, words.names)).toBe(noted));
});

const given = fc.constantFrom(
  ...[...words.names.given].filter(
    (one) => !words.names.titles.has(one) && !words.names.leftOut.has(words.names.spellings.get(one) ?? one),
  ),
);
const forms: ((a: string, b: string, c: string) => string)[] = [
  (a, b, c) => `${a} ${b} (${c})`,
  (a, b) => `${a} (${b})`,
  (a, b) => `${a} (${b}) (JANDA)`,
  (a, b, c) => `${a} ${b} / ${c}`,
  (a, b, c) => `${c} / ${a} ${b}`,
  (a, b, c) => `${a} ${b} ALIAS ${c}`,
  (a, b, c) => `${a} ${b} BINTI ${c}`,
  (a, b, c) => `${a} ${b} (${c}) BIN ${c} / ${c}`,
];

it("no single given name proves a person of two, whatever else the cell holds", () => {
  fc.assert(
    fc.property(given, given, given, fc.constantFrom(...forms), fc.nat(2), (a, b, c, form, which) => {
      const single = [a, b, c][which] ?? a;
      fc.pre(!isSameName(single, `${a} ${b}`, words));
      expect(isSameName(single, form(a, b, c), words)).toBe(false);
    }),
  );
});

it("any cell throws nothing, and proves nothing to an empty name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (cell) => {
      expect(isSameName("", cell, words)).toBe(false);
    }),
  );
});

describe("a cell that says that its person is dead", () => {
  it.each([
    "SUPARMAN (MENINGGAL)",
    "SUPARMAN (SUDAH MENINGGAL DUNIA 2024)",
    "SUPARMAN [ALM]",
    "SUPARMAN (ALM",
    "SUPARMAN ALM",
    "ALM. SUPARMAN",
    "Almh. Siti Aminah",
    "SITI AMINAH ALMH. BINTI ALI",
    "SUPARMAN (KK LAMA) (ALM.)",
  ])("%s", (cell) => expect(saysDead(cell, words.names)).toBe(true));

  it.each([
    "SUPARMAN",
    "SUPARMAN (HIDUP)",
    "SITI AMINAH (JANDA)",
    "SITI AMINAH (CERAI MATI)",
    "SITI AMINAH (JANDA ALM. BUDI)",
    "H. AGUS SALIM (ALM. SUAMI)",
    "SITI AMINAH BINTI ALM. ALI",
    "SITI AMINAH / ALM. BUDI",
    "ISTRI ALM. BUDI",
    "AHLI WARIS ALM. BUDI",
    "SITI ALMAIDAH",
  ])("%s does not say so", (cell) => expect(saysDead(cell, words.names)).toBe(false));
});
