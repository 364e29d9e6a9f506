import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phoneIn, withoutPhones } from "../../src/conversation/understanding/phone.ts";

describe("a telephone number in a text", () => {
  it.each([
    ["081234567890", "081234567890", "[…90]"],
    ["hubungi 0813 2222 3333 ya", "081322223333", "hubungi […33] ya"],
    ["+62 812-3456-7890", "6281234567890", "[…90]"],
    ["nomor saya 0812.3456.7890 anak 2", "081234567890", "nomor saya […90] anak 2"],
    ["kantor (0322) 321000", undefined, "kantor (0322) 321000"],
    ["081234567890 atau 085711112222", "081234567890", "[…90] atau […22]"],
    ["081234567890 lahir 1990", "081234567890", "[…90] lahir 1990"],
  ])("%s", (text, phone, masked) => {
    expect([phoneIn(text), withoutPhones(text)]).toEqual([phone, masked]);
  });

  it.each([
    "6271011203909001",
    "6271 0112 0390 9001",
    "62.71.01.120390.9001",
    "627101 120390 9001",
    "62-7101-1203-9090-01",
  ])("is not found in the NIK %s", (nik) => {
    expect([phoneIn(`nik saya ${nik} pak`), phoneIn(nik)]).toEqual([undefined, undefined]);
    expect(withoutPhones(`nik ${nik}`)).toBe(`nik ${nik}`);
  });

  it("is not found in any NIK of a district below 62, with gaps anywhere", () => {
    const day = fc.integer({ min: 1, max: 28 });
    const month = fc.integer({ min: 1, max: 12 });
    const serial = fc.integer({ min: 9_000, max: 9_999 });
    const gaps = fc.array(fc.constantFrom("", "", "", " ", ".", "-"), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(day, month, serial, gaps, (d, m, last, between) => {
        const two = (value: number) => String(value).padStart(2, "0");
        const digits = `627101${two(d)}${two(m)}85${last}`;
        const written = [...digits].map((digit, at) => digit + (between[at] ?? "")).join("");
        expect(phoneIn(`nik ${written}`)).toBeUndefined();
      }),
    );
  });
});
