import type { Dialogue } from "./dialogue-table.ts";
import { KK, NIK, OTHER_NIK } from "./people.ts";

const WOMAN = "3524016307809903";

/** A number is looked up as what it is, and nothing is said to have been done that nobody did. */
export const wrongRoadsDialogues: Dialogue[] = [
  {
    label: "a pair in the wrong order is looked up in the right one",
    steps: [
      ["1", "check.number"],
      [`${KK} ${NIK}`, "check.result"],
    ],
  },
  {
    label: "a pair named by its words",
    steps: [
      ["1", "check.number"],
      [`KK ${KK}, NIK ${OTHER_NIK}`, "check.result"],
    ],
  },
  {
    label: "two NIKs ask which",
    steps: [
      ["1", "check.number"],
      [`${NIK} ${WOMAN}`, "check.which-of-two", "dua NIK"],
      ["1", "check.proof", "berakhiran 01"],
    ],
  },
  {
    label: "a child's NIK beside a number that may be a card's asks which, and the other is the card's",
    steps: [
      ["1", "check.number"],
      ["3524010101159901 3524010102049902", "check.which-of-two"],
      ["1", "check.result"],
    ],
  },
  {
    label: "a card's number alone asks what it is, and waits for its NIK",
    steps: [
      ["1", "check.number"],
      [KK, "check.which", "NIK atau nomor KK"],
      ["press:kk", "check.number", "nomor KK sudah kami catat"],
      [NIK, "check.result"],
    ],
  },
  {
    label: "a child's NIK is one where its writer says so",
    steps: [
      ["1", "check.number"],
      [KK, "check.which"],
      ["press:nik", "check.proof"],
    ],
  },
  {
    label: "called a KK by its words it is one",
    steps: [
      ["1", "check.number"],
      [`KK saya ${KK}`, "check.number", "nomor KK sudah kami catat"],
      [NIK, "check.result"],
    ],
  },
  {
    label: "the NIK again beside the KK where the KK is asked",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [`${NIK} ${KK}`, "check.result"],
    ],
  },
  {
    label: "a KK typed again after a miss is a KK, and a NIK a NIK",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.card-missed", "not:1919"],
      ["3524010201199908", "check.card-missed"],
      [WOMAN, "check.proof", "berakhiran 03"],
    ],
  },
  {
    label: "a KK after a name that missed",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.missed"],
      [KK, "check.card-missed"],
    ],
  },
  {
    label: "nobody is told that they are not found for a family card that the list may lack",
    known: { lookUp: "without-card" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [
        KK,
        "check.card-missed",
        "belum memuat nomor KK",
        "nama lengkap",
        "petugas",
        "1 November 2026",
        "not:tidak kami temukan",
      ],
      ["press:name", "check.name"],
      ["Siti Aminah", "check.registered", "Terdaftar."],
      ["press:card", "check.proof"],
      [KK, "check.card-missed", "tetap terdaftar", "belum memuat nomor KK", "not:tidak kami temukan"],
      ["press:complete", "ticket.collect", "perbaikan nomor"],
      ["KK saya belum masuk daftar", "ticket.filed"],
    ],
  },
  {
    label: "a card that never changed is for an officer",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.card-missed", "berganti"],
      ["tidak", "ticket.collect", "perbaikan nomor"],
    ],
  },
  {
    label: "what another person has proved says nothing of this one",
    known: { lookUp: "without-card" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.registered"],
      ["press:other", "check.number"],
      [OTHER_NIK, "check.for-whom"],
      ["press:family", "check.proof"],
      [KK, "check.card-missed", "not:tetap terdaftar", "belum memuat nomor KK"],
    ],
  },
  {
    label: "a search among damaged rows says nothing of the others",
    known: { damaged: "no-match" },
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number", "nomornya rusak"],
      ["press:card", "check.card"],
      [KK, "check.card-name"],
      ["Siti Aminah", "check.no-damaged", "hanya mencari", "belum berarti tidak terdaftar", "not:tidak kami temukan"],
      ["press:have", "check.number"],
    ],
  },
  ...["offices", "menu"].map(
    (id): Dialogue => ({
      label: `after a search among damaged rows: ${id}`,
      known: { damaged: "no-match" },
      steps: [
        ["1", "check.number"],
        ["press:none", "check.no-number"],
        ["press:card", "check.card"],
        [KK, "check.card-name"],
        ["Siti Aminah", "check.no-damaged"],
        [`press:${id}`, id === "menu" ? "menu.choose" : "offices.show"],
      ],
    }),
  ),
  {
    label: "a reason that nobody has looked up is told as what it would mean",
    steps: [
      ["halo", "menu.choose"],
      ["nomor kk saya beda dengan data bansos, terus bagaimana", "repair.explain", "belum kami lihat"],
    ],
  },
  {
    label: "a reason of the register is told as it is",
    known: { recipient: { valid: false, reasons: ["PINDAH"] } },
    steps: [
      [`cek NIK ${NIK} KK ${KK}`, "check.result"],
      ["press:repair", "repair.explain", "Tercatat pindah", "not:belum melihat"],
    ],
  },
  {
    label: "nothing is forwarded before it is filed",
    steps: [
      ["halo", "menu.choose"],
      ["nama saya dicatat meninggal padahal masih hidup", "repair.contest", "not:Kami teruskan"],
      ["press:file", "ticket.collect", "not:Kami teruskan"],
      ["Siti desa Jegreg", "ticket.filed"],
    ],
  },
  ...[
    "nama saya ada di website cek bansos tapi tidak pernah dapat",
    "situs cek bansos tidak bisa dibuka",
    "laporan saya sudah diteruskan belum",
    "surat saya diteruskan ke dinas sosial",
  ].map(
    (said): Dialogue => ({
      label: `no scam: ${said}`,
      steps: [
        ["halo", "menu.choose"],
        [
          said,
          /website/.test(said) ? "check.number" : /laporan/.test(said) ? "track.choose" : "menu.suggest",
          "not:penipuan",
        ],
      ],
    }),
  ),
  ...["kenapa data saya dihapus dari dtks", "nama saya dihapus dari pkh", "data bansos saya dihapus orang desa"].map(
    (said): Dialogue => ({
      label: `nothing of this chat is to be deleted: ${said}`,
      steps: [
        ["halo", "menu.choose"],
        [said, "menu.suggest", "not:Hapus"],
      ],
    }),
  ),
  ...["tolong hapus data saya", "minta data saya dihapus"].map(
    (said): Dialogue => ({
      label: `a wish to have it deleted: ${said}`,
      steps: [
        ["halo", "menu.choose"],
        [said, "privacy.confirm", "hapus data chat"],
      ],
    }),
  ),
];
