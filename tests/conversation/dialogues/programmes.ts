import { cases, type Dialogue } from "./cases.ts";
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
];
