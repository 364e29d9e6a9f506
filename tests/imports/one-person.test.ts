import { describe, expect, it } from "vitest";
import { groupByPerson } from "../../src/imports/group-by-person.ts";
import type { Recipient } from "../../src/register/recipient.ts";
import { words } from "../support/shipped-words.ts";

const KK = "3524010201199901";
const NIK = "3524011203859001";
const of = (name: string, more: Partial<Recipient> = {}) => ({
  person: { nik: NIK, kk: KK, name, valid: true, reasons: [], ...more } satisfies Recipient,
});
const count = (...rows: ReturnType<typeof of>[]) => groupByPerson(rows, words).length;

describe("rows with one NIK", () => {
  it.each([
    ["case", "SITI AMINAH", "Siti aminah"],
    ["gaps", "SITI AMINAH", " SITI   AMINAH "],
    ["joined words", "NURHAYATI", "NUR HAYATI"],
    ["a title", "SITI AMINAH", "HJ. SITI AMINAH"],
    ["a degree", "ARIF RAHMAN", "ARIF RAHMAN, S.T."],
    ["an abbreviation", "MOHAMMAD ARIF", "Moh. Arif"],
    ["one letter", "MOHAMMAD ARIF", "M ARIF"],
    ["old spelling", "SOEJONO", "SUJONO"],
    ["a wrong letter", "SUPARMAN", "SUPERMAN"],
    ["a letter too many", "SUPARMAN", "SUPARTMAN"],
    ["a missing letter", "SITI KHOMARIYAH", "SITI KHOMRIYAH"],
    ["a middle word left out", "SITI NUR RAHAYU", "SITI RAHAYU"],
  ])("are one person's, in either order: %s (%s, %s)", (_, one, other) => {
    expect([count(of(one), of(other)), count(of(other), of(one))]).toEqual([1, 1]);
  });

  it.each([
    ["another ending", "SUWARNO", "SUWARNI", {}],
    ["another ending of a woman", "SRI WAHYUDI", "SRI WAHYUNI", {}],
    ["a longer ending", "SLAMET", "SLAMETO", {}],
    ["another first letter", "HARTONO", "MARTONO", {}],
    ["a short name", "ANI", "ANA", {}],
    ["two wrong letters", "SUPARMAN", "SUPERMIN", {}],
    ["a wrong letter and another family card", "SUPARMAN", "SUPERMAN", { kk: "3524010201199902" }],
    ["a wrong letter and another day of birth", "SUPARMAN", "SUPERMAN", { birthDate: "1985-03-13" }],
    ["a wrong letter and another sex", "SUPARMAN", "SUPERMAN", { sex: "female" as const }],
    ["another name", "SLAMET", "WAGIMAN", {}],
  ])("are two people's: %s (%s, %s)", (_, one, other, more) => {
    const base = { birthDate: "1985-03-12", sex: "male" as const };
    expect(count(of(one, base), of(other, { ...base, ...more }))).toBe(2);
  });

  it("are one person's if a row between them connects the names, in any order", () => {
    const [a, b, c] = [of("SITI RAHAYU"), of("SITI NUR RAHAYU"), of("SITI NURR RAHAYU")];
    for (const rows of [
      [a, b, c],
      [a, c, b],
      [c, a, b],
    ])
      expect(groupByPerson(rows, words)).toHaveLength(1);
  });

  it("of very many names are as many people", () => {
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      of(`WARGA ${index.toString(26).replace(/\d/g, "x")} ${index}`),
    );
    expect(groupByPerson(rows, words)).toHaveLength(3_000);
  });
});
