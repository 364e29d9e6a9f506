import { KK, NIK, paid, ready } from "../people.ts";
import { cases, type Dialogue, type Step } from "./cases.ts";

type Asked = readonly [said: string, ...contains: string[]];

const toCard: readonly Step[] = [[`cek NIK ${NIK} KK ${KK}`, "check.result"]];
const toRepair: readonly Step[] = [...toCard, ["press:repair", "repair.explain"]];
const notLost = ["not:belum paham", "not:Maksud Bapak/Ibu"];

const each = (at: string, asked: readonly Asked[]) =>
  asked.map(([said, ...contains]) => ({
    label: `${at}: ${said}`,
    steps: [[said, at, ...notLost, ...contains] as Step],
  }));

const NOT_ACTIVE: readonly Asked[] = [
  ["lajeng kulo kedah tindak pundi", "loketnya di kecamatan"],
  ["tebih saking griyo kulo, saget lewat mriki mawon?", "Dari chat ini tidak bisa", "Keluarga boleh mewakili"],
  ["bisa online ga", "Dari chat ini tidak bisa"],
  ["bisa lewat hp aja", "Dari chat ini tidak bisa"],
  ["hp saya jadul ga bisa online", "Dari chat ini tidak bisa"],
  ["kantor capile adoh, iso nang balai desa ora", "loketnya di kecamatan"],
  ["omahku adoh seko kantor", "Jauh atau tidak bisa datang"],
  ["bisa diurus sama tetangga?", "Keluarga boleh mewakili"],
  ["saya kerja di jakarta ga bisa ngurus", "Keluarga boleh mewakili"],
  ["nyong lara ora bisa mlaku", "Keluarga boleh mewakili"],
  ["mbayar pinten", "gratis"],
  ["ana biayane ora", "gratis"],
  ["suwe ora", "hari itu juga"],
  ["berapa lama kira2", "hari itu juga"],
  ["batasnya kapan", "Batas harinya tidak tercatat"],
  ["sawise iku piye", "Sudah saya perbaiki"],
  ["kalo ga diurus gimana", "bisa tertunda", "tidak dihapus"],
  ["yen ora diurus piye", "bisa tertunda"],
  ["menawi mboten kulo urus pripun", "bisa tertunda"],
];

const NODS: readonly Asked[] = [
  ["ok makasih infonya", "Sama-sama", "not:e-KTP"],
  ["oke tks infonya", "Sama-sama", "not:e-KTP"],
  ["yo wis kesuwun", "Sama-sama", "not:e-KTP"],
  ["oalah ngono", "Sama-sama", "not:e-KTP"],
  ["ya sudah kalau begitu", "Sama-sama", "not:e-KTP"],
];

const inactive = { recipient: { valid: false, reasons: ["EKTP_BELUM_AKTIF" as const] } };
const dead = { recipient: { valid: false, reasons: ["MENINGGAL" as const] } };
const graduated = { recipient: { valid: false, reasons: ["GRADUASI" as const] } };
const toPbi: readonly Step[] = [["bpjs gratis saya mati padahal mau berobat", "ask.show", "PBI-JK"]];

export const shortQuestionDialogues: Dialogue[] = [
  ...cases({ known: inactive, from: toCard }, ...each("repair.explain", NOT_ACTIVE)),
  ...cases({ known: inactive, from: toRepair }, ...each("repair.explain", NOT_ACTIVE)),
  ...cases(
    { known: inactive, from: toCard },
    ...each("repair.details", [
      ["gawa apa bae", "Bawa:", "e-KTP"],
      ["trus ke kelurahan bawa apa", "Bawa:", "e-KTP"],
    ]),
    ...each("check.result", NODS),
  ),
  ...cases({ known: inactive, from: toRepair }, ...each("repair.explain", NODS)),
  ...cases(
    { known: dead, from: toCard },
    ...each("repair.deceased", [
      ["bawa apa", "Surat keterangan kematian", "not:KKS"],
      ["kalo ga diurus gimana", "dilaporkan"],
      ["bisa diwakilkan tetangga?", "Keluarga boleh mewakili"],
    ]),
  ),
  ...cases(
    { known: graduated, from: toCard },
    ...each("repair.explain", [
      ["bisa lewat sini ga", "Ajukan keberatan"],
      ["yen ora diurus piye", "ajukan keberatan"],
    ]),
  ),
  ...cases(
    { known: { aid: [paid, ready] }, from: toCard },
    ...each("check.result", [
      ["berapa ya duitnya", "BPNT"],
      ["sampai kapan", "15 Desember 2026"],
      ["kalau telat gimana", "kas negara"],
      ["adoh pak, iso online ora", "Datanya tidak perlu diurus"],
    ]),
    {
      label: "a question where an office is still asks for its address",
      steps: [["kantor dinsos dimana", "offices.show"]],
    },
  ),
  ...cases(
    { from: [["1", "check.number"]] },
    ...each("check.number", [
      ["bisa lewat sini aja ga", "cukup dari chat ini", "Ketik NIK"],
      ["kulo mbeto nopo mawon", "cukup NIK dan nomor KK", "Ketik NIK"],
      ["harus kemana", "tidak perlu ke mana-mana", "Ketik NIK"],
      ["nek ora dicek piye", "tidak berubah", "Ketik NIK"],
      ["kalau tetangga saya yang ngecek boleh?", "boleh dibantu", "Ketik NIK"],
      ["oke tks infonya", "Sama-sama", "Ketik NIK"],
    ]),
  ),
  ...cases(
    { from: [[`cek NIK ${NIK}`, "check.proof"]] },
    ...each("check.proof", [
      ["mbayar pinten", "Gratis", "nomor KK"],
      ["sui ora", "langsung tampil", "nomor KK"],
    ]),
  ),
  ...cases(
    { from: toPbi },
    ...each("ask.show", [
      ["nang kelurahan gawa apa bae", "perlu layanan kesehatan"],
      ["bisa di kelurahan aja ga", "boleh lewat kantor desa"],
      ["yen ora kelar minggu iki piye", "Lamanya"],
      ["suwe ora", "Lamanya"],
      ["yo wis kesuwun", "Sama-sama"],
    ]),
  ),
  ...cases(
    { from: [["nama saya ilang dr daftar", "check.number"]] },
    {
      label: "an objection is no new registration, and its next questions are about it",
      steps: [
        ["saya mau ngajuin sanggah gimana caranya", "ask.show", "bukan mendaftar ulang"],
        ["trus ke kelurahan bawa apa", "ask.show", "KTP dan KK"],
        ["berapa lama kira2", "ask.show", "yang menetapkan Kementerian Sosial"],
      ],
    },
    { label: "the same in Javanese", steps: [["cara nyanggah piye", "ask.show", "bukan mendaftar ulang"]] },
  ),
  ...cases(
    { from: toPbi },
    { label: "how a BPJS lives again", steps: [["piye carane urip maning", "ask.more", "Langkahnya"]] },
  ),
  ...cases(
    { from: [["cara daftar bansos", "programmes.apply"]] },
    ...each("programmes.apply", [
      ["hp saya jadul ga bisa aplikasi", "operator desa"],
      ["trus ke kelurahan bawa apa", "KTP dan KK"],
      ["saya kerja di jakarta ga bisa ngurus", "operator desa"],
    ]),
  ),
];
