import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNumbers, maskNumbers } from "../../src/register/find-numbers.ts";

const NIK = "3524015206799901";
const KK = "3524010201199901";
const found = (text: string) => findNumbers(text).numbers.map(({ digits }) => digits);

describe("numbers in a text", () => {
  it.each([
    ["alone", NIK, [NIK]],
    ["in a sentence", `nik saya ${NIK} pak`, [NIK]],
    ["glued to words", `nik:${NIK}ya`, [NIK]],
    ["in fours", "3524 0152 0679 9901", [NIK]],
    ["with dots", "352401.520679.9901", [NIK]],
    ["over two lines", "352401520\n6799901", [NIK]],
    ["two, a line each", `${NIK}\n${KK}`, [NIK, KK]],
    ["two, in fours, a space between", `3524 0152 0679 9901 3524 0102 0119 9901`, [NIK, KK]],
    ["two, glued by a slash", `${NIK}/${KK}`, [NIK, KK]],
    ["beside a phone number", `${NIK} hp 081234567890`, [NIK]],
    ["after a phone number", `wa 0812-3456-7890, nik ${NIK}`, [NIK]],
    ["beside an amount", `Rp300.000 untuk ${NIK}`, [NIK]],
    ["beside a date", `lahir 12-03-1985 nik ${NIK}`, [NIK]],
    ["after a list's number", `1. ${NIK}`, [NIK]],
    ["full-width", "３５２４０１５２０６７９９９０１", [NIK]],
    ["a phone number alone", "0812 3456 7890", []],
    ["amounts", "Rp 300.000, Rp 1.200.000", []],
    ["a date and a time", "12-03-2026 08:00", []],
    ["17 digits in one", `${NIK}1`, []],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ["15 digits", "352401520679990", ["352401520679990"]],
    ["17 digits", `${NIK}1`, [`${NIK}1`]],
    ["14 digits in a sentence", "nik 35240152067999 pak", ["35240152067999"]],
    ["15 digits in groups", "3524 0152 0679 990", ["352401520679990"]],
    ["a phone number", "08123456789012", []],
    ["a phone number with its country", "+62 812 3456 7890", []],
    ["12 digits", "352401520679", []],
  ])("meant as one: %s", (_, text, expected) => {
    expect(findNumbers(text).nearMisses.map(({ digits }) => digits)).toEqual(expected);
  });
});

describe("masking", () => {
  it.each([
    ["a number", `nik ${NIK} ya`, "nik ••••••••••••••01 ya"],
    ["in fours", "3524 0152 0679 9901", "••••••••••••••01"],
    ["a near miss", "352401520679990", "•••••••••••••90"],
    ["a long run", "123456789012345678901234567890", "••••••••••••••••••••••••••••90"],
    ["a phone number stays", "hp 0812-3456-7890", "hp 0812-3456-7890"],
    ["text without numbers is the same string", "beras bau, 3 karung", "beras bau, 3 karung"],
  ])("%s", (_, text, expected) => expect(maskNumbers(text)).toBe(expected));

  const words = fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => text.replace(/[\p{N}]/gu, "x"));

  it("leaves no 16 digits and keeps every other character", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const masked = maskNumbers(`${before} ${NIK} ${after}`);
        expect(masked.replace(/[^0-9]/g, "")).toBe("01");
        expect(masked.startsWith(before)).toBe(true);
        expect(masked.endsWith(after)).toBe(true);
      }),
    );
  });

  it("leaves no 13 digits in a row in any text", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789 .-x\n"), maxLength: 120 });
    fc.assert(
      fc.property(digits, (text) => {
        expect(maskNumbers(text)).not.toMatch(/\d{13}/);
      }),
    );
  });

  it("changes nothing in a masked text", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789 .-x"), maxLength: 80 });
    fc.assert(
      fc.property(digits, (text) => {
        expect(maskNumbers(maskNumbers(text))).toBe(maskNumbers(text));
      }),
    );
  });
});

it.each([
  ["digits", "1"],
  ["digits and spaces", "1 "],
  ["spaces", " "],
  ["groups of four", "1234 "],
  ["groups of three with dots", "123."],
])("maskNumbers masks half a megabyte of %s", (_, unit) => {
  const text = unit.repeat(500_000 / unit.length);
  expect(maskNumbers(text)).not.toMatch(/\d{13}/);
});
