import fc from "fast-check";
import { expect, it } from "vitest";
import { requireReason, saysWhy } from "../../src/casework/reason.ts";

it.each([
  "salah desa",
  "typo",
  "dobel",
  "NIK salah",
  "KK lama",
  "cek KTP",
  "warga lapor",
  "salah.",
  "  salah dipilih warga  ",
  "Pindah ke Jombang (3517)",
  "wrong village",
  "ꦱꦭꦃ ꦢꦺꦱ",
  "beda RT/RW",
])("a text says why: %j", (reason) => expect(requireReason(reason)).toBe(reason.trim()));

it.each([
  "",
  " ",
  ".....",
  "-",
  "-----",
  "aaaaa",
  "aaaa aaaa",
  "hahahaha",
  "ok",
  "OK",
  "ok ok ok",
  "ya",
  "12345678",
  "xx yy zz",
  "k k k k k",
  "\u200b\u200b\u200b\u200b\u200b",
  "👍👍👍👍👍",
  "a.b.c.d.e",
])("a text does not say why: %j", (reason) => {
  expect(() => requireReason(reason)).toThrow(
    expect.objectContaining({ code: "NO_REASON", details: { field: "reason" } }),
  );
});

it("a repeated sign or a text without letters does not say why", () => {
  const sign = fc.constantFrom(..."abkxyzé-._!1+👍 \n");
  fc.assert(fc.property(sign, fc.nat(40), (one, times) => !saysWhy(one.repeat(times))));
  const noLetters = fc.string({ unit: fc.constantFrom(..."0123456789 .,-_!?()/\\\"'+*=\n") });
  fc.assert(fc.property(noLetters, (text) => !saysWhy(text)));
});
