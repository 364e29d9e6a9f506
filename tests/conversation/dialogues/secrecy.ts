import { type Case, cases, type Dialogue } from "./cases.ts";
import { endOf, toAnywhere, toWhereGreeted } from "./ways.ts";

/** Citizens in fear ask these questions in any state. */
export const AFRAID = ["apakah aman", "siapa yang baca", "apa pak kades tahu", "aman gak pak", "opo pak kasun ngerti"];

export const secrecyDialogues: Dialogue[] = [
  ...cases(
    {},
    ...[
      "apa pak kades akan tahu kalau saya lapor?",
      "kalau saya lapor apa kades dikasih tahu?",
      "apakah kades bisa baca chat saya?",
      "siapa saja yang baca laporan ini?",
    ].flatMap((asks): Case[] => [
      {
        label: `who reads it, first: ${asks}`,
        steps: [[asks, "menu.choose", "Rahasiakan laporan", "petugas Dinas Sosial yang ditunjuk"]],
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
    {
      label: "whoever accuses the Dinas Sosial itself learns who reads it, and of doors outside that office",
      steps: [
        ["oknum dinas sosial motong bantuan saya 100 ribu", "complaint.programme", "lapor.go.id", "Inspektorat"],
        ["siapa yang baca, pelakunya orang dinsos", "complaint.programme", "lapor.go.id"],
      ],
    },
    {
      label: "whoever asks who reads an accusation of the Dinas Sosial, first",
      steps: [["kalau pelakunya orang dinsos siapa yang baca", "menu.choose", "lapor.go.id"]],
    },
    {
      label: "an accusation of a village head names no other door",
      steps: [["pak kades motong bantuan saya 100 ribu", "complaint.programme", "not:lapor.go.id"]],
    },
    ...toAnywhere.flatMap((from) =>
      AFRAID.map((asks): Case => {
        const at = endOf(from);
        return { label: `afraid at ${at}: ${asks}`, from, steps: [[asks, at, "petugas Dinas Sosial yang ditunjuk"]] };
      }),
    ),
    ...[
      "jangan bilang desa ya",
      "jangan bilang siapa2 ya pak",
      "Rahasiakan laporan",
      "Rahasiakan dari desa",
      "Rahasia saking desa",
      "Rahasiakaken laporan",
      "Keep from the village",
      "Keep report secret",
      "ojo ngomong pak lurah",
      "ojo dikandakno pak rt yo",
      "jangan sampai ketahuan pak lurah",
      "ampun ngantos diwaos perangkat",
    ].flatMap((wish): Case[] => [
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
    ]),
    ...["sudah dirahasiakan?", "wis dirahasiakan durung", "nama saya ketahuan ga", "namaku konangan ora yo"].flatMap(
      (asks): Case[] => [
        {
          label: `after a report that is kept, the chat says so: ${asks}`,
          steps: [
            ["jangan bilang pak lurah ya", "menu.choose", "tidak kami buka"],
            ["beras bantuan saya bau dan berkutu", "complaint.where"],
            ["desa Jegreg", "complaint.confirm", "Dirahasiakan dari desa"],
            ["ya", "ticket.filed"],
            [asks, "ticket.filed", "Hanya petugas Dinas Sosial yang ditunjuk", "not:di wilayah itu"],
          ],
        },
        {
          label: `after a report that is not kept, the chat says who reads: ${asks}`,
          steps: [
            ["beras bantuan saya bau dan berkutu", "complaint.where"],
            ["desa Jegreg", "complaint.confirm", "not:Dirahasiakan"],
            ["ya", "ticket.filed"],
            [asks, "ticket.filed", "di wilayah itu", "not:kami rahasiakan"],
          ],
        },
      ],
    ),
    {
      label: "a citizen who accuses reads that only named officers read the report",
      steps: [
        ["kasun minta 100 ribu tiap pencairan pkh", "complaint.where", "Hanya petugas Dinas Sosial yang ditunjuk"],
        ["apakah aman", "complaint.where", "Hanya petugas Dinas Sosial yang ditunjuk", "not:di wilayah itu"],
      ],
    },
    {
      label: "the question for the place answers who reads the report",
      from: toWhereGreeted,
      steps: [["apakah pak kades akan tahu?", "complaint.where", "petugas Dinas Sosial yang ditunjuk"]],
    },
  ),
];
