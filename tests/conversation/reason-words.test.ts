import { describe, expect, it } from "vitest";
import { findAnswer } from "../../src/conversation/understanding/knowledge.ts";
import { wordsOf } from "../../src/conversation/understanding/normalise.ts";
import { withoutFillers } from "../../src/conversation/understanding/words.ts";
import { plainWords, spellingsOf, statusesOf } from "../../src/register/status-words.ts";
import { REASONS, type Reason } from "../../src/vocabulary/lists.ts";
import { words as known } from "../support/shipped-words.ts";
import { chat, factsAt, NOW } from "./dialogue.ts";
import { service } from "./people.ts";

const { district } = factsAt(NOW);

/** Citizens use these words for the reasons in their data. */
const SAID: Readonly<Record<Reason, readonly string[]>> = {
  KTP_LAMA: ["saya belum punya e-ktp", "ktp saya masih yang lama", "dereng rekam ektp pak"],
  EKTP_BELUM_AKTIF: ["e-ktp saya belum aktif", "ektp kulo dereng aktif", "nik belum aktif katanya"],
  MENINGGAL: [],
  TIDAK_PADAN: ["data saya tidak padan", "nik saya belum padan dukcapil", "kok nikku ora padan"],
  NIK_GANDA: ["nik saya ganda katanya", "kok data ganda pak", "data saya ganda gimana"],
  PINDAH: ["saya dibilang pindah padahal tidak", "kok ditulis pindah pak", "data saya tercatat pindah"],
  NAMA_BEDA: [
    "nama saya tidak sama",
    "nama di kk beda dengan ktp",
    "nama saya salah di daftar bansos",
    "nama tidak sama dengan ktp",
  ],
  KK_BERBEDA: ["nomor kk saya tidak sama", "nomor kk saya berubah", "nomor kk berbeda katanya", "kk saya ganti"],
  DI_BAWAH_17: ["katanya di bawah 17 tahun", "ditulis di bawah umur", "anak saya belum 17 tahun katanya tidak bisa"],
  SUDAH_PROGRAM_LAIN: [
    "katanya saya sudah dapat program lain",
    "dibilang bantuan rangkap",
    "ditolak karena sudah terima program lain",
  ],
  PEKERJAAN_DIKECUALIKAN: [
    "katanya pekerjaan saya dikecualikan",
    "saya dikira pns padahal buruh",
    "pekerjaan di kk tertulis pns padahal bukan",
  ],
  DESIL_DI_ATAS_BATAS: ["desil saya di atas batas", "katanya desil saya terlalu tinggi", "desil ketinggian pak"],
  GAGAL_SALUR: ["status saya gagal salur", "gagal salur itu apa", "kok gagal transfer ya"],
  REKENING_BERMASALAH: [
    "rekening bansos saya diblokir bank",
    "rekening dibekukan katanya",
    "rekening saya tidak aktif",
  ],
  KARTU_BERMASALAH: ["kks bermasalah", "kartu kks bermasalah gimana", "kks kulo bermasalah pripun"],
  GRADUASI: ["apa itu graduasi", "saya kena graduasi", "kok saya digraduasi pak"],
  TIDAK_DITEMUKAN: [
    "katanya saya tidak ditemukan waktu survei",
    "rumah saya dibilang tidak ketemu padahal saya di rumah",
    "status saya tidak ditemukan saat ground check",
  ],
  KELUARGA_DIKECUALIKAN: [
    "bansos saya stop karena anak saya pns",
    "kata petugas keluarga dikecualikan",
    "saya satu kk sama pns makanya tidak dapat",
  ],
  TERINDIKASI_TRANSAKSI: [
    "bansos saya diblokir katanya terindikasi judol",
    "saya dituduh main judi online padahal tidak pernah",
    "katanya kena ppatk",
  ],
  REKENING_BELUM_DIBUKA: [
    "rekening kks saya belum dibuka",
    "status belum burekol maksudnya apa",
    "buku tabungan belum jadi pak",
  ],
  TIDAK_DIKETAHUI: [],
};

const rows = REASONS.flatMap((reason) => SAID[reason].map((said) => [said, reason] as const));

it.each(rows)("%s: %s", (said, reason) => {
  const talk = chat(service());
  const answer = talk.say(said);
  expect([answer.at, talk.session().data.reason]).toEqual(["repair.explain", reason]);
  expect(answer.text).toContain("belum kami lihat");
});

it.each([
  ["tetangga saya pns kok dapat pkh", "complaint"],
  ["petugas tidak ditemukan di kantor terus gimana", "repair.explain"],
  ["anak saya kecanduan judi online", "repair.explain"],
  ["pak rt minta uang katanya rekening belum dibuka", "repair"],
  ["nama saya tidak ada di daftar penerima", "repair"],
  ["kok nama saya ga ada di daftar PKH", "repair"],
  ["nama ibu saya tidak ada di daftar", "repair"],
  ["kenapa nama saya tidak muncul di cek bansos", "repair"],
  ["nama saya sudah tidak ada di daftar PKH tahun ini", "repair"],
  ["nama tidak ditemukan di cekbansos", "repair.explain"],
  ["lapor: nama saya tidak ada di daftar penerima, desa sembung kecamatan perak", "repair"],
  ["nomor kk saya tidak bisa dibuka di aplikasi", "repair"],
])('"%s" names no reason of the writer', (said, where) => {
  const { at, choices } = chat(service()).say(said);
  if (where === "complaint") expect(at.startsWith("complaint.") || choices.includes(">complaint.category")).toBe(true);
  else expect(at.startsWith(where)).toBe(false);
});

it("no phrase ends with a denial only because its last word is a filler", () => {
  const phrases = [...Object.values(district.reasons), ...Object.values(district.knowledge)].flatMap(
    (one) => one.phrases,
  );
  const denies = (words: readonly string[]): boolean => /^(tidak|belum)$/.test(words.at(-1) ?? "");
  const lost = phrases.filter(
    (phrase) => !denies(wordsOf(phrase, known)) && denies(withoutFillers(wordsOf(phrase, known), known)),
  );
  expect(lost).toEqual([]);
});

it("each phrase of a reason leads to that reason", () => {
  const lost = REASONS.flatMap((reason) =>
    district.reasons[reason].phrases.filter((phrase) => findAnswer(phrase, district.reasons, known)?.name !== reason),
  );
  expect(lost).toEqual([]);
});

describe("words of offices", () => {
  const reasons = Object.values(district.reasons);
  const spellings = spellingsOf(reasons);
  const statuses = statusesOf(district.statusWords, reasons);

  it.each<[string, Reason]>([
    ["TIDAK DITEMUKAN", "TIDAK_DITEMUKAN"],
    ["Ground Check: tidak ditemukan", "TIDAK_DITEMUKAN"],
    ["tidak ditemukan di alamat", "TIDAK_DITEMUKAN"],
    ["Anggota Keluarga ASN", "KELUARGA_DIKECUALIKAN"],
    ["Terindikasi Judol", "TERINDIKASI_TRANSAKSI"],
    ["PPATK", "TERINDIKASI_TRANSAKSI"],
    ["BELUM BUREKOL", "REKENING_BELUM_DIBUKA"],
    ["Gagal Buka Rekening", "REKENING_BELUM_DIBUKA"],
    ["gagal cek rekening", "REKENING_BERMASALAH"],
    ["NIK tidak ditemukan", "TIDAK_PADAN"],
  ])('"%s" stands for %s, as a reason and as a status', (words, reason) => {
    expect([spellings.get(plainWords(words)), statuses.get(plainWords(words))]).toEqual([reason, reason]);
  });

  it("no words stand for two reasons", () => {
    const all = reasons.flatMap(({ reason, spellings: own }) =>
      [...new Set(own.map(plainWords))].map((one) => ({ one, reason })),
    );
    const shared = [...Map.groupBy(all, ({ one }) => one).values()].filter((some) => some.length > 1);
    expect(shared).toEqual([]);
  });
});
