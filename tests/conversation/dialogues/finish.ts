import { cases, type Dialogue } from "./cases.ts";
import { greeted, toOffices, toWhereGreeted } from "./ways.ts";

/** After "selesai" or STOP, the chat tells the citizen whether the draft stays or was dropped. */
export const finishDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: '"selesai" without a draft leads to the menu',
      from: toOffices,
      steps: [["selesai", "menu.choose", "Apa yang ingin", "not:berkala"]],
    },
  ),
  ...cases(
    { from: toWhereGreeted },
    {
      label: '"selesai" in a story asks whether to send it, and "iya" sends it',
      steps: [
        ["selesai", "finish.ask", "belum terkirim"],
        ["iya", "ticket.filed", "LMG-26-000123-7"],
      ],
    },
    {
      label: '"selesai" at the confirmation and "belum" go back to the confirmation',
      steps: [
        ["desa Jegreg", "complaint.confirm", "beras yang dibagikan busuk dan berkutu"],
        ["selesai", "finish.ask", "Kirim sekarang?"],
        ["belum", "complaint.confirm", "beras yang dibagikan busuk dan berkutu"],
        ["ya", "ticket.filed"],
      ],
    },
    {
      label: '"selesai" and "batal" drop the draft',
      steps: [
        ["selesai", "finish.ask"],
        ["batal", "menu.choose", "Tidak ada yang dikirim"],
        ["3", "complaint.category", "not:Lanjutkan"],
      ],
    },
    {
      label: '"berhenti" keeps the draft, and says that it was not sent',
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
      label: '"selesai" at the question for the story can go on with it',
      steps: [
        ["3", "complaint.category"],
        ["4", "complaint.what"],
        ["image:", "complaint.what", "1 berkas"],
        ["selesai", "finish.ask"],
        ["press:go-on", "complaint.what"],
      ],
    },
    {
      label: '"selesai" with a photo for an officer can send it',
      steps: [
        ["7", "officer.ask"],
        ["image:", "officer.ask"],
        ["selesai", "finish.ask"],
        ["ok", "ticket.filed"],
      ],
    },
    {
      label: '"selesai" before the story leads to the menu, and says that nothing was sent',
      steps: [
        ["3", "complaint.category"],
        ["4", "complaint.what"],
        ["selesai", "menu.choose", "Belum ada yang dikirim", "not:berkala"],
      ],
    },
  ),
];
