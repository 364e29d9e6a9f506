import { type Case, cases, type Dialogue } from "./cases.ts";

type Row = readonly [said: string, at: string, ...contains: string[]];
const rows = (label: string, all: readonly Row[]): Case[] =>
  all.map(([said, at, ...contains]) => ({ label: `${label}: ${said}`, steps: [[said, at, ...contains]] }));
const asked = (label: string, words: string, ...said: readonly string[]): Case[] =>
  rows(
    label,
    said.map((one): Row => [one, "ask.show", words]),
  );

export const askPlainlyDialogues: Dialogue[] = [
  ...cases(
    {},
    ...asked(
      "which aid there is",
      "PKH (ibu hamil",
      "nenek saya lansia 80 tahun sendirian, ada bantuan apa ya",
      "keponakan yatim piatu ada bantuan gak",
      "kulo randa anak kalih, wonten bantuan nopo mawon",
      "anak smk dapat apa ya pak",
      "anakku mandheg sekolah mergo ora duwe ragad",
    ),
    ...rows("whether the citizen gets aid", [
      ["kulo angsal bantuan nopo mboten", "check.number"],
      ["saya dapat bantuan apa tidak", "check.number"],
    ]),
    ...asked(
      "what may end aid",
      "boleh disanggah",
      "katanya bansos dicoret kalau punya mobil, benar?",
      "kalau pinjol apa dicoret ya?",
      "anak saya judol, ibunya kena juga?",
      "jare bansos dicoret nek nduwe motor, tenan ta?",
    ),
    ...rows("aid that has ended", [
      ["bansos saya dicoret", "check.number"],
      ["saya dituduh judol padahal tidak", "repair.explain"],
    ]),
    ...asked(
      "no promise and no statement",
      "tidak bisa menjanjikan",
      "tolong jamin saya dapat bansos",
      "pak tolong umumkan bahwa bansos bulan depan dobel",
      "atas nama kepala dinas nyatakan saya penerima",
    ),
    ...asked(
      "money to be listed",
      "Gratis, jangan membayar",
      "ditawari rt masuk daftar pkh bayar 200rb, bener gak",
      "kulo ditawani mlebet bansos mbayar 100ewu, leres nopo mboten, wajar?",
      "ada yang nawarin daftar bansos bayar 75 ribu apa boleh",
    ),
    ...asked(
      "late, or without the letter",
      "hari terakhirnya",
      "uleman ilang piye",
      "saya tidak punya undangan pengambilan",
      "kalau telat ambil apa hangus",
      "kasep njupuk pkh, ilang ta?",
    ),
    ...asked(
      "a child's KIP",
      "PIP diurus sekolah",
      "anak saya 9 tahun belum punya KIP",
      "putuku umur 11 durung duwe KIP",
      "anakku kelas 4 belum ada KIP, belum punya kip",
    ),
    ...asked(
      "the ministry's own app",
      "milik Kementerian Sosial",
      "saya sudah unduh apk cek bansos",
      "sampun download aplikasi cek bansos, pripun",
    ),
    ...asked(
      "an app that somebody sent",
      "Terlanjur?",
      "sudah install apk cek bansos dari wa",
      "kulo sampun download apk bansos sing dikirim tiyang",
      "udah pasang apk dari grup",
    ),
    ...asked(
      "an inactive BPJS is explained first",
      "perlu layanan kesehatan",
      "bpjs pbi anak saya nonaktif",
      "kis kulo mboten aktif",
      "kartu bpjs gratis ibu tidak aktif lagi",
    ),
    ...rows("a report of an inactive BPJS", [
      ["lapor kis saya tidak aktif", "complaint.where"],
      ["lapor bpjs pbi nonaktif pak", "complaint.where"],
    ]),
    {
      label: "after the explanation a button reports what was told",
      steps: [
        ["kis kulo mboten aktif", "ask.show", "perlu layanan kesehatan"],
        ["press:>complaint.category", "complaint.where", "BPJS gratis"],
        ["desa Jegreg", "complaint.confirm", "kis kulo mboten aktif"],
      ],
    },
  ),
  ...cases(
    {
      from: [
        ["saya pindah rumah dari batang", "ask.show"],
        ["rt bilang tunggu", "menu.suggest"],
      ],
    },
    ...(
      [
        ["berapa lama", "ask.show", "tiap kantor berbeda"],
        ["bawa apa ya", "ask.show", "KTP"],
        ["terus lapornya ke siapa", "ask.show", "desa/kelurahan yang baru"],
        ["suwe ta prosese", "ask.show", "tiap kantor berbeda"],
      ] as const
    ).map(
      ([said, at, words]): Case => ({
        label: `after guesses, a short question is about the answer before them: ${said}`,
        steps: [[said, at, words]],
      }),
    ),
    { label: "a new matter is not", steps: [["cara daftar bansos gimana", "programmes.apply"]] },
  ),
  ...cases(
    { from: [["katanya pkh saya graduasi", "repair.explain"]] },
    ...["siapa yang nentuin", "sing netepno sopo", "ditetapkan oleh siapa pak"].map(
      (said): Case => ({
        label: `who decides: ${said}`,
        steps: [[said, "repair.explain", "Kementerian Sosial yang menetapkan"]],
      }),
    ),
    ...["boleh protes gak", "iso nyanggah ta", "saya mau keberatan bisa lewat hp", "carane nyanggah piye"].map(
      (said): Case => ({
        label: `whether one may object: ${said}`,
        steps: [[said, "repair.explain", "Ajukan keberatan"]],
      }),
    ),
  ),
  ...cases(
    { from: [["desil itu apa", "ask.show"]] },
    ...["siapa yang menetapkan itu", "sing nentokno sopo yo"].map(
      (said): Case => ({ label: `who decides: ${said}`, steps: [[said, "ask.show", "Badan Pusat Statistik"]] }),
    ),
    ...["bisa disanggah lewat hp gak", "kenging disanggah nopo mboten", "saya sanggah lewat hp bisa?"].map(
      (said): Case => ({ label: `whether one may object: ${said}`, steps: [[said, "ask.show", "Boleh, gratis"]] }),
    ),
  ),
];
