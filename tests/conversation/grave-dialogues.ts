import type { Dialogue } from "./dialogue-table.ts";
import { KK, NIK, ticket } from "./people.ts";

/** Asked in fear, wherever a chat may be. */
const AFRAID = ["apakah aman", "siapa yang baca", "apa pak kades tahu", "aman gak pak", "opo pak kasun ngerti"];

/** The ways to where it is asked, by the state that the chat rests in then. */
const PLACES: readonly Dialogue["steps"][] = [
  [["halo", "menu.choose"]],
  [["1", "check.number"]],
  [
    ["1", "check.number"],
    [NIK, "check.proof"],
  ],
  [
    ["1", "check.number"],
    [NIK, "check.proof"],
    [KK, "check.result"],
  ],
  [["2", "repair.choose"]],
  [["bapak saya sudah meninggal", "repair.report"]],
  [["3", "complaint.category"]],
  [
    ["3", "complaint.category"],
    ["press:quality", "complaint.programme"],
  ],
  [["beras bantuan bau dan berkutu semua", "complaint.where"]],
  [
    ["beras bantuan bau dan berkutu semua", "complaint.where"],
    ["desa Jegreg", "complaint.confirm"],
  ],
  [["petugas", "officer.ask"]],
  [["5", "programmes.list"]],
  [["6", "offices.show"]],
  [["anak tidak makan 2 hari", "urgent.place"]],
  [["desil itu apa", "ask.show"]],
];

const inEveryState = PLACES.flatMap((steps) =>
  AFRAID.map((asks): Dialogue => {
    const at = steps.at(-1)?.[1] ?? "";
    return { label: `afraid at ${at}: ${asks}`, steps: [...steps, [asks, at, "petugas Dinas Sosial yang ditunjuk"]] };
  }),
);

const DEAD = ["ibu", "bapak", "suami", "istri", "nenek", "kakek", "anak", "adik"].map(
  (who) => `${who} saya sudah meninggal`,
);
/** Somebody else's word, or a word against it. */
const DOUBTED = [
  "ibu saya sudah meninggal katanya di data",
  "ibu saya sudah meninggal padahal masih hidup",
  "ibu saya dianggap sudah meninggal",
  "katanya bapak saya sudah meninggal",
];
const reportsInEveryState = PLACES.flatMap((steps) =>
  ["laporan saya", "Lihat laporan saya"].map(
    (asks): Dialogue => ({
      label: `one's reports at ${steps.at(-1)?.[1] ?? ""}: ${asks}`,
      known: { tickets: [ticket] },
      steps: [...steps, [asks, "track.choose", "Laporan Bapak/Ibu"]],
    }),
  ),
);

/** Fear, death and treatment: what is said first, and what is never said. */
export const graveDialogues: Dialogue[] = [
  ...inEveryState,
  ...reportsInEveryState,
  ...DEAD.map(
    (told): Dialogue => ({ label: `a death told plainly: ${told}`, steps: [[told, "repair.report", "berduka"]] }),
  ),
  ...DOUBTED.map(
    (told): Dialogue => ({
      label: `a death that is doubted: ${told}`,
      steps: [[told, "repair.contest", "not:berduka"]],
    }),
  ),
  {
    label: "danger that is guessed, and heard by no signal: the numbers first, an officer as the first choice",
    steps: [
      ["badan saya lemas sekali dari kemarin", "menu.suggest", "telepon 112 atau 119", "Hubungi petugas"],
      ["1", "officer.ask"],
    ],
  },
  ...AFRAID.map(
    (asks): Dialogue => ({
      label: `afraid after violence: ${asks}`,
      steps: [
        ["saya dipukuli suami", "urgent.consent"],
        [asks, "urgent.consent", "Hanya petugas khusus", "not:Lapor masalah"],
        ["ya", "urgent.safely"],
        [asks, "urgent.safely", "Hanya petugas khusus"],
        ["siang saja", "urgent.open"],
      ],
    }),
  ),
  {
    label: "whoever accuses hears that named officers alone read it, also when they ask",
    steps: [
      ["kasun minta 100 ribu tiap pencairan pkh", "complaint.where", "Hanya petugas Dinas Sosial yang ditunjuk"],
      ["apakah aman", "complaint.where", "Hanya petugas Dinas Sosial yang ditunjuk", "not:di wilayah itu"],
    ],
  },
  {
    label: "a death: one question, three steps, the money, the rest on demand",
    steps: [
      [
        "bapak saya meninggal kemarin",
        "repair.report",
        "turut berduka",
        "3. ",
        "Mau dilaporkan sekarang?",
        "not:4. ",
        "not:Sumber",
        "not:masih hidup",
      ],
      ["bolehkah uangnya saya ambil", "repair.report", "Jangan diambil dulu", "Mau dilaporkan"],
      ["press:money", "repair.report", "Jangan diambil dulu"],
      ["press:more", "repair.death-details", "Bawa:", "Tempat:", "tidak mengubah apa pun"],
      ["kartunya saya pegang, boleh saya ambil uangnya?", "repair.death-details", "Jangan diambil dulu"],
      ["press:file", "ticket.collect"],
    ],
  },
  {
    label: "a death: yes reports it",
    steps: [
      ["bapak saya sudah meninggal", "repair.report"],
      ["iya", "ticket.collect"],
    ],
  },
  ...(["officer", "menu"] as const).map(
    (way): Dialogue => ({
      label: `a death, its details: ${way}`,
      steps: [
        ["bapak saya sudah meninggal", "repair.report"],
        ["press:more", "repair.death-details"],
        [`press:${way}`, way === "menu" ? "menu.choose" : "officer.ask"],
      ],
    }),
  ),
  {
    label: "a death, its details: the papers lead back",
    steps: [
      ["bapak saya sudah meninggal", "repair.report"],
      ["press:more", "repair.death-details"],
      ["kk nya diurus dimana", "repair.report", "Akta kematian"],
    ],
  },
  {
    label: "the money of a dead recipient, asked first",
    steps: [["uang bantuan almarhum bapak boleh diambil?", "ask.show", "Jangan diambil dulu"]],
  },
  {
    label: "treatment: the letter, the Dinsos, the same day",
    steps: [
      [
        "bpjs pbi saya nonaktif besok mau cuci darah",
        "urgent.place",
        "surat butuh layanan",
        "hari ini juga",
        "Sekarang di desa mana?",
      ],
    ],
  },
  ...(["done", "offices", "officer", "menu"] as const).map(
    (way): Dialogue => ({
      label: `a repair's papers and place: ${way}`,
      steps: [
        ["2", "repair.choose"],
        ["press:ktp_lama", "repair.explain", "belum kami lihat"],
        ["press:details", "repair.details", "Bawa:", "Lamanya:"],
        ["press:source", "repair.details", "Sumber:"],
        [
          `press:${way}`,
          { done: "ticket.collect", offices: "offices.show", officer: "officer.ask", menu: "menu.choose" }[way],
        ],
      ],
    }),
  ),
];
