import { type Case, cases, type Dialogue } from "./cases.ts";

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
    ...[
      "saldo saya di ovo ada 500rb",
      "dhuwitku nang dana isih akeh, ono 2jt",
      "uang di rekening tinggal 300 ribu",
    ].map(
      (said): Case => ({
        label: `money that is still there after a false app: ${said}`,
        steps: [
          ["dikirimi apk lewat wa, sudah saya install", "ask.show", "Mode pesawat"],
          ["nggih", "ask.show"],
          ["press:menu", "menu.choose"],
          [said, "ask.show", "blokir"],
        ],
      }),
    ),
    {
      label: "money that was sent to a stranger after the warning is a fraud",
      steps: [
        ["diminta bayar 100rb biar kis aktif, boleh?", "ask.show", "Gratis"],
        ["sudah saya transfer ke orang yang ngaku petugas", "ask.show", "Telepon bank"],
      ],
    },
    ...["ditawari masuk daftar penerima bayar 200rb, benar tidak", "jarene mlebu bansos mbayar 100 ewu, bener ta"].map(
      (said): Case => ({
        label: `a place on the list for money, and money that was paid: ${said}`,
        steps: [
          [said, "ask.show", "Gratis, jangan membayar"],
          ["wis kadung tak bayar", "ask.more", "jangan menambah lagi", "Nama pelapor", "not:Telepon bank"],
        ],
      }),
    ),
  ),
];
