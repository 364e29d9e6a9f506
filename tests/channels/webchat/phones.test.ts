import fc from "fast-check";
import { expect, it } from "vitest";

const SCRIPT = new URL("../../../src/channels/webchat/page/phones.js", import.meta.url);
const { splitPhones } = (await import(SCRIPT.href)) as { splitPhones(text: string): string[] };

const phonesIn = (text: string): string[] => splitPhones(text).filter((_, index) => index % 2 === 1);

it.each([
  ["Telepon: (0322) 321322", ["(0322) 321322"]],
  ["Telepon: (0285) 422814\nBuka: Senin–Kamis 08.00–14.00", ["(0285) 422814"]],
  ["0322-321322 atau 0322 321322.", ["0322-321322", "0322 321322"]],
  ["Pak RT 0812-3456-7890, +62 812 3456 7890", ["0812-3456-7890", "+62 812 3456 7890"]],
  ["081234567890", ["081234567890"]],
  ["NIK 3524015206799901", []],
  ["KK 0124010201199901", []],
  ["LMG-26-000123-7, Rp750.000, 17/08/1990, 2026-11-23", []],
  ["Permensos 3/2026, pasal 79A, desil 3", []],
  ["ketik 0 lalu 12345", []],
  ["Telepon sekarang:\n• 119: ambulans, gawat darurat\n• 110: polisi", ["119", "110"]],
  ["• 119, lalu tekan 8: teman bicara", ["119"]],
  ["• 129 (WA 08111-129-129): SAPA", ["129", "08111-129-129"]],
  ["Telepon sekarang: 112, 119. Jangan menunggu kami.", ["112", "119"]],
  ["Bila nyawa terancam: telepon 112 atau 119.", ["112", "119"]],
  ["lapor polisi (110). Bapak/Ibu tidak salah.", ["110"]],
  ["112 keluarga, 119 orang, Rp110, (129 jiwa), • 110 % dari 112,5, 1.112, Permensos 110/2020", []],
])("%s", (text, numbers) => expect(phonesIn(text)).toEqual(numbers));

it("splitting a text at its numbers loses no letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(splitPhones(text).join("")).toBe(text);
      expect(splitPhones(text).join("")).toBe(text);
    }),
  );
});
