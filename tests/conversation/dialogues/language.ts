import { cases, type Dialogue } from "./cases.ts";
import { toNumber } from "./ways.ts";

/** Language. */
export const languageDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "language from the menu",
      steps: [
        ["9", "language.choose"],
        ["English", "menu.choose", "What would you like"],
        ["Cek penerima bansos", "check.number", "Type the NIK"],
      ],
    },
    {
      label: "language repeats the question in the new one",
      from: toNumber,
      steps: [
        ["bahasa", "language.choose"],
        ["press:en", "check.number", "All right", "Type the NIK"],
        ["bahasa indonesia", "check.number", "Baik", "Ketik NIK"],
      ],
    },
  ),
];
