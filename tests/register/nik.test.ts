import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFamilyCard, checkNik } from "../../src/register/nik.ts";
import { anyCharacter } from "../support/any-character.ts";
import { areas } from "../support/areas.ts";

const today = "2026-11-23";
const check = (written: string, at = today) => checkNik(written, { today: at, areas });

describe("a NIK that is right", () => {
  it.each([
    ["a man", "3524011203859901", "male", ["1985-03-12"]],
    ["a woman, day + 40", "3524015203859901", "female", ["1985-03-12"]],
    ["a woman of the 31st", "3524017112859901", "female", ["1985-12-31"]],
    ["either century", "3524011203209901", "male", ["1920-03-12", "2020-03-12"]],
    ["born today", "3524012311269901", "male", ["1926-11-23", "2026-11-23"]],
    ["born tomorrow is of the last century", "3524012411269901", "male", ["1926-11-24"]],
    ["29 February 2000", "3524012902009901", "male", ["2000-02-29"]],
    ["29 February 1996", "3524012902969901", "male", ["1996-02-29"]],
    ["29 February 2024 and 1924", "3524012902249901", "male", ["1924-02-29", "2024-02-29"]],
    ["120 years and almost 121", "3524012411059901", "male", ["1905-11-24", "2005-11-24"]],
  ])("%s", (_, nik, sex, birthDates) => {
    expect(check(nik)).toMatchObject({ digits: nik, valid: true, errors: [], warnings: [], sex, birthDates });
  });

  it("names the area of the first registration", () => {
    expect(check("3524011203859901").area).toMatchObject({
      code: "352401",
      regency: expect.stringMatching(/lamongan/i),
    });
  });

  it.each([
    ["spaces", "3524 0112 0385 9901"],
    ["dots", "352401.120385.9901"],
    ["dashes", "352401-120385-9901"],
    ["a long dash", "352401–120385—9901"],
    ["a minus sign", "352401\u2212120385\u22129901"],
    ["line breaks", "352401\n120385\r\n9901"],
    ["full-width digits", "３５２４０１１２０３８５９９０１"],
    ["no-break spaces", "352401\u00a0120385\u00a09901"],
    ["zero-width joiners", "352401\u200b120385\u200d9901"],
    ["direction marks", "\u202a3524011203859901\u202c"],
    ["a byte order mark", "\ufeff3524011203859901"],
    ["a soft hyphen", "352401\u00ad1203859901"],
  ])("accepts separators: %s", (_, written) => {
    expect(check(written)).toMatchObject({ digits: "3524011203859901", valid: true });
  });

  it.each([
    ["an unknown kecamatan", "3524991203859901", ["UNKNOWN_DISTRICT"]],
    ["an unknown kabupaten", "3599011203859901", ["UNKNOWN_REGENCY"]],
    ["an unknown province", "9901011203859901", ["UNKNOWN_PROVINCE"]],
    ["Papua before its division", "9108011203859901", ["RETIRED_CODE"]],
  ])("%s is a warning, never an error", (_, nik, warnings) => {
    expect(check(nik)).toMatchObject({ valid: true, errors: [], warnings });
  });

  it.each(
    "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96".split(
      " ",
    ),
  )("province %s is known", (province) => {
    expect(check(`${province}01011203859901`).warnings).not.toContain("UNKNOWN_PROVINCE");
  });
});

describe("a wrong NIK gets its error", () => {
  it.each([
    ["nothing", "", today, { code: "EMPTY" }],
    ["only marks", " .- \u200b", today, { code: "EMPTY" }],
    ["15 digits", "352401120385990", today, { code: "TOO_SHORT", digits: 15, missing: 1 }],
    ["8 digits", "35240112", today, { code: "TOO_SHORT", digits: 8, missing: 8 }],
    ["17 digits", "35240112038599011", today, { code: "TOO_LONG", digits: 17, extra: 1 }],
    ["the letter O", "352401120385990O", today, { code: "LETTERS", characters: "O" }],
    ["the letter l", "35240112038599l1", today, { code: "LETTERS", characters: "l" }],
    ["Arabic digits", "٣524011203859901", today, { code: "LETTERS", characters: "٣" }],
    ["a slash", "352401/1203859901", today, { code: "LETTERS", characters: "/" }],
    ["a spreadsheet's number", "3,52E+15", today, { code: "LETTERS", characters: ", E +" }],
    ["31 April", "3524013104859901", today, { code: "IMPOSSIBLE_DATE", day: 31, month: 4 }],
    ["30 February", "3524013002859901", today, { code: "IMPOSSIBLE_DATE", day: 30, month: 2 }],
    ["29 February 1985", "3524012902859901", today, { code: "IMPOSSIBLE_DATE", day: 29, month: 2 }],
    ["29 February of a woman, 1985", "3524016902859901", today, { code: "IMPOSSIBLE_DATE", day: 69, month: 2 }],
    ["day 72", "3524017203859901", today, { code: "IMPOSSIBLE_DATE", day: 72, month: 3 }],
    ["day 0", "3524010003859901", today, { code: "IMPOSSIBLE_DATE", day: 0, month: 3 }],
    ["day 32", "3524013203859901", today, { code: "IMPOSSIBLE_DATE", day: 32, month: 3 }],
    ["day 40", "3524014003859901", today, { code: "IMPOSSIBLE_DATE", day: 40, month: 3 }],
    ["month 0", "3524011200859901", today, { code: "IMPOSSIBLE_DATE", day: 12, month: 0 }],
    ["month 13", "3524011213859901", today, { code: "IMPOSSIBLE_DATE", day: 12, month: 13 }],
    ["29 February 1900 of a day in 1950", "3524012902009901", "1950-01-01", { code: "FUTURE_DATE" }],
    ["every reading older than 120 years", "3524011203009901", "2121-04-01", { code: "TOO_OLD" }],
    ["serial 0000", "3524011203850000", today, { code: "SERIAL_ZERO" }],
  ])("%s", (_, written, at, error) => {
    const { valid, errors, birthDates } = check(written, at);
    expect({ valid, errors }).toEqual({ valid: false, errors: [error] });
    if (error.code !== "SERIAL_ZERO") expect(birthDates).toEqual([]);
  });

  it("names the date and the serial together", () => {
    expect(check("3524013104850000").errors.map(({ code }) => code)).toEqual(["IMPOSSIBLE_DATE", "SERIAL_ZERO"]);
  });
});

describe("a KK number passes the same test", () => {
  it.each([
    ["right", "3524011203119901", true],
    ["a day that is none", "3524013104119901", false],
    ["15 digits", "352401120311990", false],
    ["serial 0000", "3524011203110000", false],
  ])("%s", (_, kk, valid) => expect(checkFamilyCard(kk, { today, areas }).valid).toBe(valid));
});

const birth = fc
  .date({ min: new Date("1910-01-01"), max: new Date("2026-11-22"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const person = fc.record({
  area: fc.constantFrom("352401", "351705", "337502", "330101"),
  birth,
  female: fc.boolean(),
  serial: fc.integer({ min: 9_000, max: 9_999 }),
});
const numberOf = ({
  area,
  birth: date,
  female,
  serial,
}: {
  area: string;
  birth: string;
  female: boolean;
  serial: number;
}) => {
  const [year = "", month = "", day = ""] = date.split("-");
  return area + String(Number(day) + (female ? 40 : 0)).padStart(2, "0") + month + year.slice(2) + serial;
};

describe("for every person", () => {
  it("the number is valid and tells birth date and sex", () => {
    fc.assert(
      fc.property(person, (one) => {
        const found = check(numberOf(one));
        expect(found.valid).toBe(true);
        expect(found.sex).toBe(one.female ? "female" : "male");
        expect(found.birthDates).toContain(one.birth);
      }),
    );
  });

  it("separators change no result", () => {
    const between = fc.array(fc.constantFrom("", " ", ".", "-", "–", "\u200b", "\n"), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(person, between, (one, marks) => {
        const nik = numberOf(one);
        expect(check([...nik].map((digit, index) => digit + marks[index]).join(""))).toEqual(check(nik));
      }),
    );
  });

  it("a number with a lost or doubled digit has an error", () => {
    fc.assert(
      fc.property(person, fc.nat(15), (one, at) => {
        const nik = numberOf(one);
        expect(check(nik.slice(0, at) + nik.slice(at + 1)).errors).toEqual([
          { code: "TOO_SHORT", digits: 15, missing: 1 },
        ]);
        expect(check(nik.slice(0, at) + nik[at] + nik.slice(at)).errors).toEqual([
          { code: "TOO_LONG", digits: 17, extra: 1 },
        ]);
      }),
    );
  });

  it("any text gets an answer, and none throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (text) => {
        const { valid, errors } = check(text);
        expect(valid).toBe(errors.length === 0);
      }),
    );
  });
});
