import { cases, type Dialogue } from "./cases.ts";

/** Citizens ask later about a dead person's money, or report a death at another question. */
export const harmLaterDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a later question when to take a dead person's money gets the warning",
      steps: [
        ["ibu saya meninggal minggu kemarin, ibu penerima pkh", "repair.report"],
        ["press:menu", "menu.choose"],
        ["terus uangnya boleh diambil kapan", "ask.show", "Jangan diambil dulu"],
      ],
    },
    {
      label: "the wish to report a death leads to its report from another question",
      steps: [
        ["lapor masalah", "complaint.category"],
        ["bukan itu, saya mau laporkan kematian ibu", "repair.report", "Laporkan di sini", "not:Lain-lain"],
      ],
    },
  ),
];
