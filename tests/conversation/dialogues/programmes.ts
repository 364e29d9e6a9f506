import { type Case, cases, type Dialogue } from "./cases.ts";
import { toApply, toPkh, toProgrammes } from "./ways.ts";

const listed = ["BLT", "BANTUAN LANSIA", "PKH PLUS"].map((code) => ({
  code,
  name: { id: code },
  aliases: [],
  asOf: "2026-11-01",
}));

export const programmesDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a programme leads to a complaint",
      steps: [
        ["apa itu pkh", "programmes.show", "Keluarga Harapan"],
        ["press:complaint", "complaint.category"],
      ],
    },
  ),
  ...cases(
    { listed },
    {
      label: "a programme that only the aid list names is shown with the list's day",
      steps: [
        ["apa itu bantuan lansia", "programmes.show", "BANTUAN LANSIA", "1 November 2026", "not:Sumber"],
        ["press:all", "programmes.list"],
        ["press:blt", "programmes.show", "BLT ada di daftar bantuan"],
        ["press:complaint", "complaint.category"],
      ],
    },
    {
      label: "a programme of the aid list leads to an officer",
      steps: [
        ["apa itu bantuan lansia", "programmes.show"],
        ["press:officer", "officer.ask"],
      ],
    },
    { label: "BLT keeps its answer of knowledge", steps: [["BLT itu apa", "ask.show", "bantuan langsung tunai"]] },
    {
      label: "of two programmes in a message the longer name counts",
      steps: [["pkh plus itu apa", "programmes.show", "PKH PLUS ada di daftar"]],
    },
    {
      label: "a complaint can name a programme of the aid list",
      steps: [
        ["lapor blt saya belum cair, Jegreg, minggu lalu", "complaint.confirm", "BLT", "not:Bantuan yang mana"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "the question for the programme offers a programme of the aid list",
      steps: [
        ["3", "complaint.category"],
        ["press:not-paid", "complaint.programme", "Bantuan yang mana"],
        ["press:bantuan-lansia", "complaint.what"],
      ],
    },
    {
      label: "the question for the programme takes the name of a programme of the aid list",
      steps: [
        ["3", "complaint.category"],
        ["press:not-paid", "complaint.programme"],
        ["bantuan lansia", "complaint.what"],
      ],
    },
    { label: "a question when BLT is paid leads to a check", steps: [["kapan BLT cair", "check.number"]] },
  ),
  ...cases(
    { from: toProgrammes },
    {
      label: "the programmes lead to one programme, its sources and the way to apply",
      steps: [
        ["press:bst", "programmes.show", "berakhir", "not:Sumber:"],
        ["press:collect", "programmes.show", "Rp300.000"],
        ["press:source", "programmes.show", "Sumber:"],
        ["press:all", "programmes.list"],
        ["press:apply", "programmes.apply", "not:Sumber:"],
        ["press:source", "programmes.apply", "Sumber:"],
        ["press:offices", "offices.show"],
      ],
    },
    { label: "the programmes lead to the menu", steps: [["press:menu", "menu.choose"]] },
  ),
  ...cases(
    { from: toPkh },
    { label: "a programme leads to the menu", steps: [["press:menu", "menu.choose"]] },
    { label: "a programme leads to a check", steps: [["1", "check.number"]] },
  ),
  ...cases(
    { from: toApply },
    { label: "the way to apply leads to the menu", steps: [["press:menu", "menu.choose"]] },
    { label: "the way to apply leads to a check", steps: [["press:>check.number", "check.number"]] },
  ),
  ...cases(
    {},
    ...[
      "mau daftar pkh tapi lurah nolak terus katanya kuota habis",
      "cara daftar bansos gimana, pak rt gak mau tanda tangan",
      "piye carane daftar, lurahe emoh ngusulke",
    ].map(
      (said): Case => ({
        label: `whom the village refuses is not sent there again: ${said}`,
        steps: [[said, "programmes.apply", "Cek Bansos", "pendamping", "dirahasiakan dari desa", "not:musyawarah"]],
      }),
    ),
    ...[
      "kok kelurahan nolak saya, kata bu RT yang masuk yang akrab saja",
      "kades mboten purun teken serat kula",
      "perangkat desa emoh ngurusi, sing oleh mung tanggane dhewe",
    ].map(
      (said): Case => ({
        label: `a refusal alone gets the other doors first, and a complaint stays a choice: ${said}`,
        steps: [
          [said, "programmes.apply", "Cek Bansos", "Puskesos", "not:Bantuan yang mana"],
          ["press:complaint", "complaint.category"],
        ],
      }),
    ),
    {
      label: "a refusal for money is a complaint at once",
      steps: [["pak lurah wegah ngusulake nek ora mbayar 150 ewu", "complaint.category", "yang ditunjuk"]],
    },
    {
      label: "a second question how to register gets the next door, and leads to a complaint",
      steps: [
        ["piye carane daftar", "programmes.apply", "musyawarah"],
        ["lha carane daftar piye maneh", "programmes.apply", "Puskesos", "not:musyawarah"],
        ["press:complaint", "complaint.category"],
      ],
    },
    {
      label: "a second question how to register leads to an officer",
      steps: [
        ["cara daftar bpnt gimana", "programmes.apply"],
        ["daftar bpnt kalau desa nolak gimana", "programmes.apply", "Puskesos"],
        ["press:officer", "officer.ask"],
      ],
    },
  ),
];
