import { type Case, cases, type Dialogue } from "./cases.ts";
import { toContest, toDeathReport, toDeceased, toRepair } from "./ways.ts";

const DEAD = ["ibu", "bapak", "suami", "istri", "nenek", "kakek", "anak", "adik"].map(
  (who) => `${who} saya sudah meninggal`,
);
/** These words leave open whether the person is dead. */
const DOUBTED = [
  "ibu saya sudah meninggal katanya di data",
  "ibu saya sudah meninggal padahal masih hidup",
  "ibu saya dianggap sudah meninggal",
  "katanya bapak saya sudah meninggal",
];

export const repairDeathDialogues: Dialogue[] = [
  ...cases(
    {},
    ...["ya ajukan", "ajukan sanggahan pak", "iya mau ajukan bu"].map(
      (said): Case => ({
        label: `the typed name of a button, in part, presses it: ${said}`,
        from: toContest,
        steps: [[said, "ticket.collect"]],
      }),
    ),
    {
      label: "a death is filed, and the chat says that nothing changes before",
      steps: [
        ["bapak saya sudah meninggal", "repair.report", "turut berduka", "sebelum ada yang berubah", "not:tercatat"],
        ["press:file", "ticket.collect"],
        ["almarhum Slamet desa Jegreg", "ticket.filed"],
      ],
    },
    {
      label: "the chat asks about a recorded death whether it is true",
      steps: [
        ["kok suami saya ditulis meninggal", "repair.deceased", "Apakah orang yang dimaksud"],
        ["masih hidup pak", "repair.contest"],
      ],
    },
    {
      label: "the objection leads to the report of the death",
      steps: [
        ["kok suami saya ditulis meninggal", "repair.deceased"],
        ["masih hidup pak", "repair.contest"],
        ["press:dead", "repair.report"],
      ],
    },
    {
      label: "a death with money that still comes gets the condolence",
      steps: [
        ["bapak saya meninggal bulan lalu tapi uangnya masih masuk, gimana ya", "repair.report", "turut berduka"],
      ],
    },
    ...DEAD.map(
      (told): Case => ({ label: `a death told plainly: ${told}`, steps: [[told, "repair.report", "berduka"]] }),
    ),
    ...DOUBTED.map(
      (told): Case => ({ label: `a death that is doubted: ${told}`, steps: [[told, "repair.contest", "not:berduka"]] }),
    ),
    {
      label: "the report of a death has three steps, and answers questions for the money",
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
    ...["KK nya harus diubah kemana", "terus kk baru ngurusnya dimana ya", "akta nya buat dimana pak"].map(
      (asks): Case => ({
        label: `mourning: ${asks}`,
        steps: [
          ["suami saya meninggal minggu lalu", "repair.report", "berduka"],
          [asks, "repair.report", "Kantor Dukcapil", "Surat keterangan kematian", "not:Nomor KK berbeda"],
          [asks, "repair.report", "petugas kami bisa menjelaskan", "not:Surat keterangan kematian"],
          ["press:officer", "officer.ask"],
        ],
      }),
    ),
    {
      label: "questions for papers and time after a death are answered",
      steps: [
        ["suami saya meninggal minggu lalu", "repair.report"],
        ["bawa apa aja", "repair.report", "Bawa:", "not:berduka"],
        ["berapa lama", "repair.report", "Lamanya:", "not:Bawa:"],
      ],
    },
    {
      label: "the question for a death leads to an officer",
      from: toRepair,
      steps: [
        ["press:meninggal", "repair.deceased"],
        ["press:officer", "officer.ask"],
      ],
    },
  ),
  ...cases(
    { from: toDeathReport },
    { label: "the report of a death leads to an officer", steps: [["press:officer", "officer.ask"]] },
    { label: "the report of a death leads to the menu", steps: [["press:menu", "menu.choose"]] },
    { label: '"iya" reports the death', steps: [["iya", "ticket.collect"]] },
    ...(["officer", "menu"] as const).map(
      (way): Case => ({
        label: `a death, its details: ${way}`,
        steps: [
          ["press:more", "repair.death-details"],
          [`press:${way}`, way === "menu" ? "menu.choose" : "officer.ask"],
        ],
      }),
    ),
    {
      label: "a question for the papers leaves the details",
      steps: [
        ["press:more", "repair.death-details"],
        ["kk nya diurus dimana", "repair.report", "Akta kematian"],
      ],
    },
  ),
  ...cases(
    { from: toContest },
    { label: "the objection leads to an officer", steps: [["press:officer", "officer.ask"]] },
    { label: "the objection leads to the menu", steps: [["press:menu", "menu.choose"]] },
  ),
  ...cases(
    { from: toDeceased },
    ...["ya", "benar bu", "sudah meninggal"].map(
      (said): Case => ({ label: `listed as deceased, and it is so: ${said}`, steps: [[said, "repair.report"]] }),
    ),
    ...["tidak", "salah pak", "masih hidup"].map(
      (said): Case => ({ label: `listed as deceased, and it is not so: ${said}`, steps: [[said, "repair.contest"]] }),
    ),
  ),
];
