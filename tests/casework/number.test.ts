import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalNumber, findTicketNumber, ticketNumber } from "../../src/casework/number.ts";

it("a ticket number has prefix, year, serial and check digit", () => {
  expect(ticketNumber("LMG", 2026, 123)).toMatch(/^LMG-26-000123-\d$/);
});

describe("a search for a ticket number in a text", () => {
  const number = ticketNumber("LMG", 2026, 123);
  const digit = number.at(-1) ?? "";
  it.each([
    ["alone", number],
    ["in small letters", number.toLowerCase()],
    ["with spaces", `LMG 26 000123 ${digit}`],
    ["with nothing between", `LMG26000123${digit}`],
    ["with slashes", `LMG/26/000123/${digit}`],
    ["in a sentence", `sampai mana laporan ${number}, pak?`],
    ["full-width", `ＬＭＧ－２６－０００１２３－${digit}`],
  ])("%s", (_, text) => expect(findTicketNumber(text)).toBe(number));

  it.each([
    ["another check digit", `LMG-26-000123-${(Number(digit) + 1) % 10}`],
    ["a missing digit", `LMG-26-00012-${digit}`],
    ["letters before it", `XLMG-26-000123-${digit}`],
    ["a NIK", "3524015206799901"],
    ["nothing", ""],
  ])("not: %s", (_, text) => expect(findTicketNumber(text)).toBeUndefined());
});

const parts = fc.record({
  prefix: fc.constantFrom("LMG", "JBG", "PKL"),
  year: fc.integer({ min: 2024, max: 2099 }),
  serial: fc.integer({ min: 1, max: 999_999 }),
});

it("every ticket number is found in a text", () => {
  fc.assert(
    fc.property(parts, ({ prefix, year, serial }) => {
      const number = ticketNumber(prefix, year, serial);
      expect(findTicketNumber(`no ${number} ya`)).toBe(number);
    }),
  );
});

it("no number with one wrong digit is found", () => {
  fc.assert(
    fc.property(parts, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ prefix, year, serial }, at, by) => {
      const number = ticketNumber(prefix, year, serial);
      const places = [...number].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
      const place = places[at % places.length] ?? 0;
      const wrong = number.slice(0, place) + ((Number(number[place]) + by) % 10) + number.slice(place + 1);
      expect(findTicketNumber(wrong)).toBeUndefined();
    }),
  );
});

it("canonicalNumber reads a lone number in any form, and changes no other text", () => {
  const between = fc.constantFrom("", " ", "-", ".", "/", "_", " - ".trim(), "  ");
  fc.assert(
    fc.property(parts, between, fc.boolean(), fc.boolean(), ({ prefix, year, serial }, gap, isSmall, isPadded) => {
      const number = ticketNumber(prefix, year, serial);
      const written = number.replaceAll("-", gap);
      const given = isSmall ? written.toLowerCase() : written;
      expect(canonicalNumber(isPadded ? ` ${given}\n` : given)).toBe(number);
    }),
  );
  for (const other of ["", "x", "nobody", `laporan ${ticketNumber("LMG", 2026, 1)}`])
    expect(canonicalNumber(other)).toBe(other);
});
