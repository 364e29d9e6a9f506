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
      label: "programme: complaint",
      steps: [
        ["apa itu pkh", "programmes.show", "Keluarga Harapan"],
        ["press:complaint", "complaint.category"],
      ],
    },
  ),
  ...cases(
    { listed },
    {
      label: "a programme that only the aid list names is known by its name, with the list's day",
      steps: [
        ["apa itu bantuan lansia", "programmes.show", "BANTUAN LANSIA", "1 November 2026", "not:Sumber"],
        ["press:all", "programmes.list"],
        ["press:blt", "programmes.show", "BLT ada di daftar bantuan"],
        ["press:complaint", "complaint.category"],
      ],
    },
    {
      label: "an officer answers who gets a programme of the aid list",
      steps: [
        ["apa itu bantuan lansia", "programmes.show"],
        ["press:officer", "officer.ask"],
      ],
    },
    { label: "BLT of the aid list keeps its answer", steps: [["BLT itu apa", "ask.show", "bantuan langsung tunai"]] },
    { label: "the longer name counts", steps: [["pkh plus itu apa", "programmes.show", "PKH PLUS ada di daftar"]] },
    {
      label: "a programme of the aid list is reported by its name",
      steps: [
        ["lapor blt saya belum cair, Jegreg, minggu lalu", "complaint.confirm", "BLT", "not:Bantuan yang mana"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "and by its button under the question for the programme",
      steps: [
        ["3", "complaint.category"],
        ["press:not-paid", "complaint.programme", "Bantuan yang mana"],
        ["press:bantuan-lansia", "complaint.what"],
      ],
    },
    {
      label: "and by its name, typed there",
      steps: [
        ["3", "complaint.category"],
        ["press:not-paid", "complaint.programme"],
        ["bantuan lansia", "complaint.what"],
      ],
    },
    { label: "the day of its payment is in the check", steps: [["kapan BLT cair", "check.number"]] },
  ),
  ...cases(
    { from: toProgrammes },
    {
      label: "programmes: one, all, how to apply",
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
    { label: "programmes: menu", steps: [["press:menu", "menu.choose"]] },
  ),
  ...cases(
    { from: toPkh },
    { label: "programme: menu", steps: [["press:menu", "menu.choose"]] },
    { label: "programme: check", steps: [["1", "check.number"]] },
  ),
  ...cases(
    { from: toApply },
    { label: "how to apply: menu", steps: [["press:menu", "menu.choose"]] },
    { label: "how to apply: check", steps: [["press:>check.number", "check.number"]] },
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
    {
      label: "asked again how to register, the chat names the next door",
      steps: [
        ["piye carane daftar", "programmes.apply", "musyawarah"],
        ["lha carane daftar piye maneh", "programmes.apply", "Puskesos", "not:musyawarah"],
        ["press:complaint", "complaint.category"],
      ],
    },
    {
      label: "and to an officer",
      steps: [
        ["cara daftar bpnt gimana", "programmes.apply"],
        ["daftar bpnt kalau desa nolak gimana", "programmes.apply", "Puskesos"],
        ["press:officer", "officer.ask"],
      ],
    },
  ),
];
