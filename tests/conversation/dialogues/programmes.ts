import { type Case, cases, type Dialogue } from "./cases.ts";
import { toApply, toPkh, toProgrammes } from "./ways.ts";

/** Programmes, and how to apply. */
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
