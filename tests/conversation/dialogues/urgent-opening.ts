import { type Case, cases, type Dialogue } from "./cases.ts";

/** First messages of a danger: the state in which the chat rests, words of the answer, and the messages. */
const FIRST: Record<string, { at: string; answer: string[]; said: string[] }> = {
  "a wish to die in soft words": {
    at: "urgent.place",
    answer: ["119, lalu tekan 8", "not:tengah dada", "Tercatat"],
    said: [
      "pengen tidur ga bangun2 lagi",
      "kepingin ora tangi maneh",
      "kepengin turu wae ora tangi-tangi maneh",
      "semoga besok ga bangun lagi",
      "rasanya pengen tidur selamanya",
      "saya pengen ngilang aja",
      "pengin ilang wae saka donya",
    ],
  },
  "somebody who does not wake up": {
    at: "urgent.place",
    answer: ["119 SEKARANG", "tengah dada", "Tercatat"],
    said: ["bapak pingsan, tidak bangun-bangun", "simbahku semaput ora tangi maneh"],
  },
  "a child touched by somebody": {
    at: "urgent.consent",
    answer: ["129", "Desa tidak diberi tahu"],
    said: [
      "guru ngaji megang2 anak saya",
      "anak saya dipegang-pegang om nya",
      "ponakanku digrayangi tonggo",
      "pakdhene nggrepe ponakan kulo",
      "pak guru ndemek-ndemek muridku",
      "tukang kebun sekolah raba-raba anak saya",
    ],
  },
};

/** What people write after the first message. */
const NEXT: [first: string, at: string, said: string, nextAt: string, ...contains: string[]][] = [
  [
    "guru ngaji megang2 anak saya",
    "urgent.consent",
    "anak saya 10 tahun laki2",
    "urgent.consent",
    "Boleh petugas khusus",
  ],
  ["pacar saya nyebar foto telanjang saya", "urgent.consent", "saya pengen ngilang aja", "urgent.consent", "119"],
];

export const urgentOpeningDialogues: Dialogue[] = cases(
  {},
  ...Object.entries(FIRST).flatMap(([kind, { at, answer, said }]) =>
    said.map((one): Case => ({ label: `${kind}: ${one}`, steps: [[one, at, ...answer]] })),
  ),
  ...NEXT.map(
    ([first, at, said, nextAt, ...contains]): Case => ({
      label: `after "${first}": ${said}`,
      steps: [
        [first, at],
        [said, nextAt, ...contains],
      ],
    }),
  ),
);
