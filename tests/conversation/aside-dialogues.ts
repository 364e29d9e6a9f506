import type { Dialogue } from "./dialogue-table.ts";
import { NIK, ticket } from "./people.ts";

const second = { ...ticket, number: "LMG-26-000002-5" };

/** Questions and wishes about the service itself are answered where the chat is, and are no report. */
export const asideDialogues: Dialogue[] = [
  ...[
    "apa pak kades akan tahu kalau saya lapor?",
    "kalau saya lapor apa kades dikasih tahu?",
    "apakah kades bisa baca chat saya?",
    "siapa saja yang baca laporan ini?",
  ].flatMap((asks): Dialogue[] => [
    {
      label: `who reads it, first: ${asks}`,
      steps: [[asks, "menu.choose", "Rahasiakan dari desa", "petugas Dinas Sosial yang ditunjuk"]],
    },
    {
      label: `who reads it, in a complaint: ${asks}`,
      steps: [
        ["3", "complaint.category"],
        [asks, "complaint.category", "petugas Dinas Sosial yang ditunjuk"],
        ["beras yang dibagikan busuk dan berkutu", "complaint.where"],
        [asks, "complaint.where", "petugas Dinas Sosial yang ditunjuk", "Di desa/kelurahan mana"],
        ["press:>secrecy.keep", "complaint.where", "tidak akan dibuka", "Di desa/kelurahan mana"],
        ["desa Jegreg", "complaint.confirm", "not:kades"],
      ],
    },
  ]),
  ...["jangan bilang desa ya", "jangan bilang siapa2 ya pak", "Rahasiakan dari desa", "ojo ngomong pak lurah"].flatMap(
    (wish): Dialogue[] => [
      { label: `secrecy, first: ${wish}`, steps: [[wish, "menu.choose", "tidak kami buka untuk petugas desa"]] },
      {
        label: `secrecy is not the place: ${wish}`,
        steps: [
          ["3", "complaint.category"],
          ["beras yang dibagikan busuk dan berkutu", "complaint.where"],
          [wish, "complaint.where", "tidak akan dibuka untuk petugas desa", "Di desa/kelurahan mana"],
          ["desa Jegreg", "complaint.confirm", "not:angan bilang"],
          ["ya", "ticket.filed"],
          [wish, "ticket.filed"],
        ],
      },
    ],
  ),
  ...["apa harus bayar?", "apa bayar?", "bayar berapa pak?", "ini gratis kan?"].map(
    (asks): Dialogue => ({ label: `cost: ${asks}`, steps: [[asks, "menu.choose", "Gratis", "not:Masalahnya"]] }),
  ),
  ...["batal", "ulang", "menu", "ok"].map(
    (word): Dialogue => ({
      label: `a command is no name: ${word}`,
      known: { lookUp: "no-match" },
      steps: [
        ["1", "check.number"],
        [NIK, "check.proof"],
        [word, word === "menu" || word === "batal" ? "menu.choose" : "check.proof", "not:tidak kami temukan"],
      ],
    }),
  ),
  {
    label: "a report is withdrawn: one",
    known: { tickets: [ticket] },
    steps: [
      ["hapus saja laporan saya", "track.withdraw", ticket.number],
      ["ya", "menu.choose", "sudah kami beri tahu"],
    ],
  },
  {
    label: "a report is withdrawn: which of two, and not after all",
    known: { tickets: [ticket, second] },
    steps: [
      ["batalkan laporan saya", "track.choose", "Laporan mana"],
      ["1", "track.withdraw"],
      ["tidak", "menu.choose"],
    ],
  },
  {
    label: "a report is withdrawn: there is none",
    steps: [["hapus laporan saya pak", "track.choose", "not:mana yang mau"]],
  },
];
