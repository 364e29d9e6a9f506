import { ready } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toApply, toCutWhere, toDeathReport, toDesil, toResult, toUnmatched } from "./ways.ts";

type Row = readonly [said: string, ...contains: string[]];

const AFTER: readonly (readonly [first: string, rows: readonly Row[]])[] = [
  [
    "kartu kks saya terblokir salah pin 3x",
    [
      ["ke bank apa, bni apa bri", "bank penerbit kartu"],
      ["ke bank mana? saya di pekalongan utara", "bank penerbit kartu"],
      ["bawa apa", "KTP dan KK asli"],
      ["lha kudu nggowo opo wae", "KTP dan KK asli"],
      ["terus caranya gimana pak", "minta bank memblokir"],
      ["ngurusnya ke mana ya", "bank penerbit kartu"],
      ["jauh banget rumah saya, boleh diwakilkan anak", "Bank yang menentukan"],
    ],
  ],
  [
    "anak saya kls 4 sd dapat PIP gak ya",
    [
      ["cara ngajuinnya gimana", "wali kelas"],
      ["piye carane ndaftar", "wali kelas"],
      ["daftarnya dimana", "wali kelas"],
      ["syaratnya apa aja", "sekolah apa yang dibawa"],
      ["ke siapa pak", "operator sekolah"],
      ["kalau ditolak gimana", "minta alasannya"],
    ],
  ],
  [
    "anak saya disabilitas umur 12 gak bisa jalan, bantuan kursi roda ada gak",
    [
      ["syaratnya apa", "akta lahir"],
      ["syarate nopo mawon nggih", "akta lahir"],
      ["terus ngurusnya dimana", "lewat kantor desa/kelurahan"],
      ["carane piye", "surat pengantar"],
      ["mbeto nopo mawon", "akta lahir"],
      ["trs sy hrs kmn", "lewat kantor desa/kelurahan"],
      ["klo gabisa gmn", "minta alasannya"],
      ["berapa lama prosesnya", "persediaan"],
      ["boleh saya aja yang urus", "TKSK boleh"],
      ["bisa dianter kerumah", "petugas datang ke rumah"],
    ],
  ],
  [
    "bpjs saya yg gratis mati padahal mau kontrol jantung lusa",
    [
      ["udah ke puskesmas katanya suruh ke dinsos. bawa apa aja ya pak", "perlu layanan kesehatan"],
      ["berkasnya apa saja", "SKTM boleh ada"],
      ["ngurusnya gimana", "1. Surat dari"],
      ["ngurusi nang endi", "Dinas Sosial"],
    ],
  ],
  [
    "saya pindah rumah dari batang",
    [
      ["harus lapor dimana", "desa/kelurahan yang baru"],
      ["lapornya ke siapa ya", "desa/kelurahan yang baru"],
      ["lapore nang sopo", "desa/kelurahan yang baru"],
      ["ngurusnya kemana", "Disdukcapil"],
      ["terus gimana", "operator desa yang lama"],
      ["sudah lapor rt", "desa/kelurahan yang baru"],
      ["kulo sampun lapor pak rt", "desa/kelurahan yang baru"],
    ],
  ],
  [
    "rumah saya mau roboh, cara dapat bedah rumah",
    [
      ["bawa apa saja", "bukti tanah"],
      ["yang ngurus siapa", "dinas perumahan"],
      ["caranya", "rumahnya dilihat dulu"],
      ["kalau gak bisa gimana", "minta alasannya"],
    ],
  ],
  [
    "cara bikin ktp gimana",
    [
      ["dimana itu", "loketnya di kecamatan"],
      ["bawa apa", "tergantung yang diurus"],
      ["sing ngurus sinten", "Disdukcapil"],
      ["harus lapor dimana", "Perbaiki data"],
    ],
  ],
  [
    "cara ambil bantuan gimana",
    [
      ["ke mana", "agen bank"],
      ["kulo kedah mbekta nopo", "KTP asli dan kartu KKS"],
      ["terus habis itu?", "mutasi"],
    ],
  ],
  [
    "sekolah rakyat itu apa",
    [
      ["daftarnya gimana", "pendamping PKH"],
      ["syarate opo", "fotokopi KK"],
      ["ning sopo takone", "pendamping PKH"],
      ["artinya gimana itu", "Buktinya data DTSEN"],
    ],
  ],
  [
    "cara buat sktm",
    [
      ["suratnya apa aja", "KTP dan KK"],
      ["bikinnya dimana", "kantor desa/kelurahan"],
    ],
  ],
  [
    "saya mau mundur dari bansos",
    [
      ["bawa opo", "KTP dan KK"],
      ["ke mana pak", "kantor desa/kelurahan"],
    ],
  ],
  [
    "bayi saya baru lahir, cara masuk kk",
    [
      ["syaratnya apa ya bu", "surat lahir"],
      ["ngurusnya ke mana", "operator desa/kelurahan"],
    ],
  ],
  [
    "kapan jadwal pencairan bansos",
    [
      ["ke siapa tanyanya", "operator desa"],
      ["takone nang sopo", "operator desa"],
      ["terus gimana dong", "media sosial"],
      ["tanggal berapa persisnya", "belum resmi"],
      ["kapan itu pak", "belum resmi"],
    ],
  ],
  [
    "santunan kematian ada tidak",
    [
      ["bawa apa aja", "ahli waris"],
      ["urusnya kemana", "tidak semua daerah"],
    ],
  ],
  [
    "saya sudah terlanjur kirim foto ktp ke penipu",
    [
      ["lapornya ke mana", "tangkapan layar"],
      ["lapor nang endi", "tangkapan layar"],
      ["apa bahaya", "Kalau hanya NIK"],
    ],
  ],
];

const OPENS_DETAILS: ReadonlySet<string> = new Set([
  "terus gimana",
  "terus habis itu?",
  "artinya gimana itu",
  "terus gimana dong",
  "apa bahaya",
]);

const afterAnswer = (first: string, [said, ...contains]: Row): Case => ({
  label: `after "${first}": ${said}`,
  from: [[first, "ask.show"]],
  steps: [[said, OPENS_DETAILS.has(said) ? "ask.more" : "ask.show", ...contains]],
});

const inState = (from: readonly Step[], at: string, ...rows: readonly Row[]): Case[] =>
  rows.map(([said, ...contains]) => ({ label: `${at}: ${said}`, from, steps: [[said, at, ...contains]] }));

export const askBareFollowUpDialogues: Dialogue[] = cases(
  {},
  ...AFTER.flatMap(([first, rows]) => rows.map((row) => afterAnswer(first, row))),
  ...inState(
    toDesil,
    "ask.show",
    ["caranya gimana", "operator desa"],
    ["ke siapa ngurusnya", "operator"],
    ["bayar gak", "Gratis"],
    ["mbayar ta iki", "Gratis"],
  ),
  ...inState(
    toApply,
    "programmes.apply",
    ["syarate nopo mawon", "KTP dan KK"],
    ["bawa apa aja ya", "KTP dan KK"],
    ["kemana itu pak", "operator desa"],
    ["kudu nang ndi", "operator desa"],
    ["brp lm prosesnya", "berurutan"],
  ),
  ...inState(
    toUnmatched,
    "repair.explain",
    ["ngurusnya ke mana", "Dukcapil"],
    ["syarate opo wae", "Bawa"],
    ["carane piye", "1. "],
    ["ngurusi nang endi yo", "Dukcapil"],
    ["nopo mawon sing dibekta", "Bawa"],
    ["mbayar nopo mboten", "Gratis"],
    ["hari apa ya", "hari itu juga"],
  ),
  ...inState(
    toDeathReport,
    "repair.report",
    ["perlu ngurus apa aja", "Bawa"],
    ["surat opo wae sing digowo", "Bawa"],
    ["ngurusnya kemana", "Dukcapil"],
  ),
  ...inState(
    [["saya dibilang meninggal padahal masih hidup", "repair.contest"]],
    "repair.contest",
    ["beliau gak bisa jalan, boleh saya wakilkan?", "hari kerja berikutnya"],
    ["berapa lama jadinya", "hari kerja berikutnya"],
    ["bawa apa", "Siapkan KTP dan KK"],
    ["caranya gimana", "Ajukan sanggahan"],
    ["yo opo carane ben dibenakno", "Ajukan sanggahan"],
    ["petugasnya datang kapan, ibu gak bisa jalan", "datang ke rumah"],
  ),
  ...(
    [
      ["ngurusnya kemana", "repair.details", "Dukcapil"],
      ["bawa apa aja", "repair.details", "Bawa"],
      ["caranya gimana", "repair.explain", "Bandingkan"],
      ["lha carane piye iki", "repair.explain", "Bandingkan"],
    ] as const
  ).map(
    ([said, at, words]): Case => ({
      label: `a result with a reason: ${said}`,
      known: { recipient: { valid: false, reasons: ["TIDAK_PADAN"] } },
      from: toResult,
      steps: [[said, at, words]],
    }),
  ),
  ...(
    [
      ["ambilnya dimana", "check.result", "KKS"],
      ["jadi saya ambil bpnt nya dimana", "check.result", "KKS"],
      ["bawa apa", "check.result", "KTP asli"],
    ] as const
  ).map(
    ([said, at, words]): Case => ({
      label: `a result with money that waits: ${said}`,
      known: { aid: [ready] },
      from: toResult,
      steps: [[said, at, words]],
    }),
  ),
  ...inState(
    [["lapor bpjs pbi saya tidak aktif", "complaint.where"]],
    "complaint.where",
    ["ngurusnya sama siapa", "puskesmas"],
    ["mbeto nopo mawon", "SKTM"],
    ["kulo kedah dhateng pundi", "puskesmas"],
    ["pripun carane ngurus", "1. Surat dari"],
  ),
  ...inState(
    [["saya kehilangan pin kks", "complaint.programme"]],
    "complaint.programme",
    ["ke bank mana", "bank penerbit kartu"],
    ["apa aja persyaratannya", "KTP dan KK asli"],
  ),
  // These messages begin a new subject, or answer the chat's question.
  ...(
    [
      [toDesil, "cara daftar bansos gimana", "programmes.apply"],
      [toDesil, "syarat pkh apa", "programmes.show"],
      [toDesil, "cara ambil bantuan gimana", "ask.show", "KKS"],
      [toDesil, "bikin ktp dimana", "ask.show", "Disdukcapil"],
      [toDesil, "kantor dinsos dimana", "offices.show"],
      [toDesil, "lapor pungli dimana", "complaint.programme"],
      [toDesil, "cek nik saya dimana", "check.number"],
      [toApply, "bpjs gratis saya mati, ngurusnya ke mana", "ask.show", "puskesmas"],
      [toCutWhere, "Jegreg", "complaint.confirm"],
      [toUnmatched, "cara daftar pkh gimana", "programmes.apply"],
    ] as const
  ).map(
    ([from, said, at, ...contains]): Case => ({
      label: `a new matter at ${from.at(-1)?.[1]}: ${said}`,
      from,
      steps: [[said, at, ...contains]],
    }),
  ),
);
