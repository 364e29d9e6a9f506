import { ticket as held } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";

const ASKED = ["112 SEKARANG", "Pilih yang paling mirip"];
const UNKNOWN = "brebet klewer sangkrah";

const PICKED: Record<string, string[]> = {
  "urgent-medical": ["urgent.place", "119", "Tercatat"],
  disaster: ["urgent.place", "112", "Menjauh", "Tercatat"],
  violence: ["urgent.consent", "129", "Desa tidak diberi tahu", "not:Tercatat"],
  "self-harm": ["urgent.place", "119, lalu tekan 8", "Tercatat"],
  hunger: ["urgent.place", "Makan hari ini", "Tercatat"],
  neglected: ["urgent.place", "112", "Tercatat"],
};

const picked = Object.entries(PICKED).map(
  ([id, answer]): Case => ({
    label: `words that the chat does not understand lead to ${id} by a button`,
    steps: [
      [UNKNOWN, "menu.suggest"],
      ["press:>urgent.pick", "urgent.pick", ...ASKED],
      [`press:${id}`, ...(answer as [string])],
    ],
  }),
);

const typed = ["DARURAT", "keadaan darurat", "tolong darurat", "kawontenan darurat", "wonten bebaya", "emergency"].map(
  (said): Case => ({
    label: `a word asks which danger it is: ${said}`,
    steps: [
      [said, "urgent.pick", "112 SEKARANG", "Keadaannya yang mana?"],
      ["press:menu", "menu.choose"],
    ],
  }),
);

const corrected: Case[] = [
  {
    label: "a danger that the chat has misread is corrected",
    steps: [
      ["kompor meledak rumah tetangga kebakaran", "urgent.place", "112"],
      ["eh bukan soal kebakaran", "urgent.pick", "kami salah paham"],
      ["press:urgent-medical", "urgent.place", "119", "not:Menjauh"],
    ],
  },
  {
    label: "in Javanese too",
    steps: [
      ["bapak kula ical wingi saking griya", "urgent.place", "112"],
      ["sanes niku karepe, bapak mboten ical", "urgent.pick", "kami salah paham"],
      ["press:hunger", "urgent.place", "Makan hari ini"],
    ],
  },
  {
    label: "by a button, after the place is known",
    steps: [
      ["kompor meledak rumah tetangga kebakaran", "urgent.place"],
      ["desa Jegreg Modo", "urgent.open"],
      ["press:other", "urgent.pick", ...ASKED],
    ],
  },
  {
    label: "by a button",
    steps: [
      ["kompor meledak rumah tetangga kebakaran", "urgent.place"],
      ["press:other", "urgent.pick", ...ASKED],
    ],
  },
];

const reported: Case[] = [
  {
    label: "a danger that is chosen again goes to the open report",
    known: { same: held, tickets: [held], byNumber: held },
    steps: [
      ["darurat", "urgent.pick"],
      ["press:disaster", "urgent.place", held.number, "Menjauh"],
    ],
  },
];

const kept: Case[] = [
  ...["bukan itu pak, desanya Jegreg", "apinya kok malah ke rumah saya", "hilang pak", "tidak ada"].map(
    (said): Case => ({
      label: `no correction, and no denial: ${said}`,
      steps: [
        ["kampungku kebakaran besar, rumah tetangga habis", "urgent.place"],
        [said, said.includes("Jegreg") ? "urgent.open" : "urgent.place", "not:salah paham", "not:syukurlah"],
      ],
    }),
  ),
  ...["hilang pak", "tidak ada", "ora"].map(
    (said): Case => ({
      label: `a word at the choice of a danger is no denial: ${said}`,
      steps: [
        ["darurat", "urgent.pick"],
        [said, "urgent.pick", "112 SEKARANG"],
      ],
    }),
  ),
  {
    label: "who corrects says in the same breath that a child is ill",
    steps: [
      ["anak saya kejang dan tidak sadar", "urgent.place"],
      ["aku sehat kok, anakku sing isih kejang", "urgent.place", "not:salah paham"],
    ],
  },
  {
    label: "no pain does not end a bite",
    steps: [
      ["kaki saya dipatuk ular di sawah", "urgent.place"],
      ["mboten lara pak", "urgent.place", "not:syukurlah"],
    ],
  },
  {
    label: "curiosity takes no earlier report back",
    steps: [
      ["kampungku kebakaran besar, rumah tetangga habis", "urgent.place"],
      ["menu", "menu.choose"],
      ["press:>urgent.pick", "urgent.pick"],
      ["press:menu", "menu.choose", "not:syukurlah"],
    ],
  },
];

const denied: Case[] = [
  ...["cuma mau nanya kok bu", "takon thok pak", "nanya aja", "mboten lagi banjir kok"].map(
    (said): Case => ({
      label: `who only asked is in no danger: ${said}`,
      steps: [
        ["kampungku kebanjiran sejak subuh", "urgent.place"],
        [said, "menu.choose", "syukurlah kalau aman", "not:112 SEKARANG"],
      ],
    }),
  ),
  {
    label: "a question in a danger does not end it",
    steps: [
      ["anak saya kejang dan tidak sadar", "urgent.place"],
      ["cuma mau nanya boleh diberi kopi", "urgent.place", "Jangan dulu"],
    ],
  },
  {
    label: "who is well asks which danger it is, because somebody else may be ill",
    steps: [
      ["anak saya kejang dan tidak sadar", "urgent.place"],
      ["aku waras kok", "urgent.pick", "kami salah paham"],
      ["press:menu", "menu.choose", "LMG-26-000123-7", "syukurlah kalau aman"],
    ],
  },
];

const firstAid: Case[] = [
  {
    label: "nobody goes down to somebody who fainted in a well",
    steps: [["tukang gali pingsan di dasar sumur", "urgent.place", "JANGAN ADA YANG TURUN", "113"]],
  },
  {
    label: "a birth that has begun stays where it is",
    steps: [
      ["istri saya mau melahirkan sekarang, ketuban pecah", "urgent.place", "119"],
      ["ndase wis ketok", "urgent.place", "JANGAN berangkat"],
      ["bayi wis lair kok ora nangis", "urgent.open", "gosok punggungnya"],
    ],
  },
];

const otherAid: Case[] = [
  {
    label: "a choking baby gets help for choking",
    steps: [["bayiku keselek biji, ora nangis", "urgent.place", "tepuk punggung", "not:Jangan dibalik"]],
  },
  {
    label: "a wounded head is no birth",
    steps: [["bapak jatuh, kepalanya berdarah kelihatan tulangnya", "urgent.place", "not:bayi segera lahir"]],
  },
];

const inForms: Case[] = [
  {
    label: "from a complaint's draft, whose words go along",
    steps: [
      ["beras bantuan bau dan berkutu semua", "complaint.where"],
      ["darurat", "urgent.pick", "112 SEKARANG"],
      ["press:urgent-medical", "urgent.place", "119"],
    ],
  },
  {
    label: "further unclear words stay with the question, and another matter leaves it",
    steps: [
      ["darurat", "urgent.pick"],
      [UNKNOWN, "urgent.pick", "112 SEKARANG, sebutkan tempatnya"],
      ["mau cek bansos pkh saya", "check.number"],
    ],
  },
  {
    label: "a danger in clear words needs no button",
    steps: [
      ["darurat", "urgent.pick"],
      ["anak saya kejang dan tidak sadar", "urgent.place", "119"],
    ],
  },
  {
    label: "who finds no emergency comes to the menu",
    steps: [
      ["darurat", "urgent.pick"],
      ["bukan darurat", "menu.choose"],
    ],
  },
];

export const urgentPickDialogues: Dialogue[] = cases(
  {},
  ...picked,
  ...typed,
  ...corrected,
  ...reported,
  ...kept,
  ...denied,
  ...firstAid,
  ...otherAid,
  ...inForms,
);
