import { cases, type Dialogue } from "./cases.ts";
import { toDesil } from "./ways.ts";

export const askDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "an answer leads to its details, its sources, other answers and the menu",
      steps: [
        ["desil itu apa", "ask.show", "not:39 hal"],
        ["press:more", "ask.more", "39 hal", "not:1 paling tidak mampu"],
        ["press:sources", "ask.sources", "Permensos 3/2025", "Penanggung jawab"],
        ["press:others", "ask.others", "Pilihan lain"],
        ["press:why-not-me", "ask.show", "Berat rasanya"],
        ["press:sources", "ask.sources"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "an answer without details leads to other answers",
      steps: [
        ["apa itu laserku", "ask.show"],
        ["press:others", "ask.others"],
      ],
    },
    {
      label: "an answer without details is followed by the offer of an officer",
      steps: [
        ["ada saran saya untuk layanan ini", "ask.show", "saran Bapak/Ibu"],
        ["mau kasih saran", "ask.again"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "every state of an answer takes another question",
      steps: [
        ["burekol itu apa", "ask.show"],
        ["burekol itu apa", "ask.more"],
        ["apa itu dtsen", "ask.show"],
        ["press:more", "ask.more"],
        ["press:menu", "menu.choose"],
        ["kasih saran", "ask.show"],
        ["kasih saran", "ask.again"],
        ["press:sources", "ask.sources"],
        ["apa itu dtsen", "ask.show"],
        ["apa itu dtsen", "ask.more"],
        ["apa itu dtsen", "ask.again"],
        ["lupa pin gimana", "ask.show"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a question for a dead recipient's money gets the warning",
      steps: [["uang bantuan almarhum bapak boleh diambil?", "ask.show", "Jangan diambil dulu"]],
    },
  ),
  ...cases(
    { from: toDesil },
    {
      label: "the other answers lead to the menu",
      steps: [
        ["press:more", "ask.more"],
        ["press:others", "ask.others"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "the same question again brings the details, then the offer of an officer, then the officer",
      steps: [
        ["desil itu apa", "ask.more", "39 hal"],
        ["desil itu apa sih", "ask.again", "petugas kami bisa membantu"],
        ["desil itu apa", "officer.ask"],
      ],
    },
    {
      label: "thanks do not repeat the answer",
      steps: [
        ["terima kasih pak", "ask.show", "not:Desil adalah"],
        ["press:>officer.ask", "officer.ask"],
      ],
    },
  ),
];
