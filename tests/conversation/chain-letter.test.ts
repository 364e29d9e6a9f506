import { expect, it } from "vitest";
import { isChainLetter } from "../../src/conversation/understanding/chain-letter.ts";
import { words } from "../support/shipped-words.ts";

it.each([
  ["Klik link ini untuk daftar bantuan Rp600.000: https://bansos-cair.xyz/daftar", false, true],
  ["bit.ly/bantuan2026 segera daftar kuota terbatas", false, true],
  ["http://kemensos-bantuan.com", true, true],
  [`Sebarkan ke grup lain! ${"Pemerintah memberi bantuan kepada semua warga yang punya KTP. ".repeat(4)}`, false, true],
  ["Bagikan pesan ini ke 10 kontak agar bantuan cair", true, true],
  ["apakah saya dapat bansos?", false, false],
  ["apakah benar cekbansos.kemensos.go.id bisa untuk daftar bantuan?", false, false],
  ["lihat https://lamongankab.go.id untuk daftar", false, false],
  ["kirimkan ke kantor desa saja pak", false, false],
  ["ini pesan dari tetangga saya", true, false],
  ["email saya siti@gmail.com", false, false],
])('"%s" (forwarded: %s) is a chain letter: %s', (text, forwarded, expected) => {
  expect(isChainLetter({ type: "text", text, ...(forwarded ? { forwarded: true } : {}) }, words)).toBe(expected);
});
