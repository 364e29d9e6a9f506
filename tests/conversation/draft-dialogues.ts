import type { Dialogue } from "./dialogue-table.ts";

const STORY = "beras yang dibagikan busuk dan berkutu";
const told: Dialogue["steps"] = [
  ["halo", "menu.choose"],
  ["3", "complaint.category"],
  [STORY, "complaint.where"],
];

/** "Selesai", STOP and a draft: nothing is thrown away without a word. */
export const draftDialogues: Dialogue[] = [
  ...["DATA SAYA", "hapus data saya", "HAPUS", "Batal setuju"].map(
    (right): Dialogue => ({
      label: `${right} in a story and at its place is asked for at once, and the draft is kept`,
      steps: [
        ["halo", "menu.choose"],
        ["3", "complaint.category"],
        ["4", "complaint.what"],
        [right, "privacy.confirm"],
        ["menu", "menu.choose"],
        ["7", "officer.ask"],
        [right, "privacy.confirm"],
        ["menu", "menu.choose"],
        ...told.slice(1),
        [right, "privacy.confirm"],
      ],
    }),
  ),
  {
    label: "selesai in a story asks whether it is to be sent: yes",
    steps: [...told, ["selesai", "finish.ask", "belum terkirim"], ["iya", "ticket.filed", "LMG-26-000123-7"]],
  },
  {
    label: "selesai at the confirmation: no, and it goes on where it was",
    steps: [
      ...told,
      ["desa Jegreg", "complaint.confirm", STORY],
      ["selesai", "finish.ask", "Kirim sekarang?"],
      ["belum", "complaint.confirm", STORY],
      ["ya", "ticket.filed"],
    ],
  },
  {
    label: "selesai while it is told what happened: on with it",
    steps: [
      ["halo", "menu.choose"],
      ["3", "complaint.category"],
      ["4", "complaint.what"],
      ["image:", "complaint.what", "1 berkas"],
      ["selesai", "finish.ask"],
      ["press:go-on", "complaint.what"],
    ],
  },
  {
    label: "selesai, and dropped with a word; nothing is offered again",
    steps: [
      ...told,
      ["selesai", "finish.ask"],
      ["batal", "menu.choose", "Tidak ada yang dikirim"],
      ["3", "complaint.category", "not:Lanjutkan"],
    ],
  },
  {
    label: "selesai with a question for an officer half written",
    steps: [
      ["halo", "menu.choose"],
      ["7", "officer.ask"],
      ["image:", "officer.ask"],
      ["selesai", "finish.ask"],
      ["ok", "ticket.filed"],
    ],
  },
  {
    label: "selesai where nothing is told yet leads to the menu and says so",
    steps: [
      ["halo", "menu.choose"],
      ["3", "complaint.category"],
      ["4", "complaint.what"],
      ["selesai", "menu.choose", "Belum ada yang dikirim", "not:berkala"],
    ],
  },
  {
    label: "selesai elsewhere shows the menu and unsubscribes nobody",
    steps: [
      ["6", "offices.show"],
      ["selesai", "menu.choose", "Apa yang ingin", "not:berkala"],
    ],
  },
  {
    label: "berhenti says that a draft was not sent, and it is offered again",
    steps: [
      ...told,
      ["berhenti", "menu.choose", "berkala dihentikan", "belum dikirim"],
      ["3", "complaint.category"],
      ["press:draft", "complaint.where"],
    ],
  },
];
