import { cases, type Dialogue } from "./cases.ts";
import { greeted, toOffices, toWhereGreeted } from "./ways.ts";

/** After "selesai" or STOP, the chat tells the citizen whether the draft stays or was dropped. */
export const finishDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "selesai elsewhere shows the menu and unsubscribes nobody",
      from: toOffices,
      steps: [["selesai", "menu.choose", "Apa yang ingin", "not:berkala"]],
    },
  ),
  ...cases(
    { from: toWhereGreeted },
    {
      label: "selesai in a story asks whether it is to be sent: yes",
      steps: [
        ["selesai", "finish.ask", "belum terkirim"],
        ["iya", "ticket.filed", "LMG-26-000123-7"],
      ],
    },
    {
      label: "selesai at the confirmation: no, and it goes on where it was",
      steps: [
        ["desa Jegreg", "complaint.confirm", "beras yang dibagikan busuk dan berkutu"],
        ["selesai", "finish.ask", "Kirim sekarang?"],
        ["belum", "complaint.confirm", "beras yang dibagikan busuk dan berkutu"],
        ["ya", "ticket.filed"],
      ],
    },
    {
      label: "selesai, and dropped with a word; nothing is offered again",
      steps: [
        ["selesai", "finish.ask"],
        ["batal", "menu.choose", "Tidak ada yang dikirim"],
        ["3", "complaint.category", "not:Lanjutkan"],
      ],
    },
    {
      label: "berhenti says that a draft was not sent, and it is offered again",
      steps: [
        ["berhenti", "menu.choose", "berkala dihentikan", "belum dikirim"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.where"],
      ],
    },
  ),
  ...cases(
    { from: greeted },
    {
      label: "selesai while it is told what happened: on with it",
      steps: [
        ["3", "complaint.category"],
        ["4", "complaint.what"],
        ["image:", "complaint.what", "1 berkas"],
        ["selesai", "finish.ask"],
        ["press:go-on", "complaint.what"],
      ],
    },
    {
      label: "selesai with a question for an officer half written",
      steps: [
        ["7", "officer.ask"],
        ["image:", "officer.ask"],
        ["selesai", "finish.ask"],
        ["ok", "ticket.filed"],
      ],
    },
    {
      label: "selesai where nothing is told yet leads to the menu and says so",
      steps: [
        ["3", "complaint.category"],
        ["4", "complaint.what"],
        ["selesai", "menu.choose", "Belum ada yang dikirim", "not:berkala"],
      ],
    },
  ),
];
