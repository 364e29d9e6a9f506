import { cases, type Dialogue } from "./cases.ts";

/** Citizens ask later about a dead person's money, or report a death at another question. */
export const harmLaterDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "the money of the dead is asked about again, with 'when'",
      steps: [
        ["ibu saya meninggal minggu kemarin, ibu penerima pkh", "repair.report"],
        ["press:menu", "menu.choose"],
        ["terus uangnya boleh diambil kapan", "ask.show", "Jangan diambil dulu"],
      ],
    },
    {
      label: "whoever says that they want to report a death does so from any question",
      steps: [
        ["lapor masalah", "complaint.category"],
        ["bukan itu, saya mau laporkan kematian ibu", "repair.report", "Laporkan di sini", "not:Lain-lain"],
      ],
    },
  ),
];
