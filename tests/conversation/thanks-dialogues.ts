import type { Dialogue } from "./dialogue-table.ts";

/** Nods and thanks, and whoever is called. */
export const thanksDialogues: Dialogue[] = [
  ...["ok", "👍", "🙏"].map(
    (nod): Dialogue => ({ label: `before any help: ${nod}`, steps: [[nod, "menu.choose", "not:Semoga membantu"]] }),
  ),
  {
    label: "after violence nobody is welcomed as a stranger",
    steps: [
      ["saya dipukuli suami", "urgent.consent"],
      ["tidak", "menu.choose"],
      ["terima kasih", "menu.choose", "Kami tetap di sini", "not:layanan resmi", "not:Semoga membantu"],
    ],
  },
  {
    label: "whoever cannot read is told that somebody calls, and when; a name sent next is added",
    steps: [
      ["7", "officer.ask"],
      [
        "telepon saya 081234567890, saya tidak bisa baca",
        "ticket.filed",
        "menelepon",
        "berakhiran 90",
        "paling lambat",
      ],
      ["nama saya Siti desa Jegreg", "ticket.filed", "ditambahkan"],
    ],
  },
];
