import { expect, it } from "vitest";
import { openingTexts } from "../../src/conversation/flows-shared/opening-day.ts";
import type { Office } from "../../src/register/district.ts";
import { factsAt, NOW, translate } from "./dialogue.ts";

const HOURS = "Senin–Kamis 08.00–14.00, Jumat 08.00–10.30, Sabtu 09.00–12.00";
const office = { kind: "disdukcapil", name: "Dukcapil", hours: { id: HOURS } } as unknown as Office;
const closed = { kind: "dinsos", name: "Dinsos", hours: "" } as unknown as Office;

const said = (text: string, offices: Office[]): string =>
  openingTexts(text, offices, factsAt(NOW))
    .map((one) => translate("id", one))
    .join("\n");

// In these tests today is a Monday.
it.each([
  ["minggu buka?", "tidak ada di jam bukanya"],
  ["hari ahad buka bu?", "tidak ada di jam bukanya"],
  ["sabtu buka pak", "hari itu buka"],
  ["rebo bukak mboten", "hari itu buka"],
  ["jumat tutup ya?", "hari itu buka"],
  ["besok buka?", "hari itu buka"],
  ["minggu depan buka?", `Dukcapil\nBuka: ${HOURS}`],
  ["jam berapa bukanya", `Dukcapil\nBuka: ${HOURS}`],
])('the answer to "%s" holds the hours', (text, answer) => {
  expect(said(text, [office, closed])).toContain(answer);
  expect(said(text, [office, closed])).toContain(HOURS);
});

it("the answer says that the agency's hours are not known", () =>
  expect(said("minggu buka?", [closed])).toContain("Jam buka Dinsos belum kami ketahui"));
it("other words get no answer", () => expect(said("kantor di mana", [office])).toBe(""));
