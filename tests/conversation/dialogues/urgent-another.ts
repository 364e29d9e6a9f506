import { type Case, cases, type Dialogue } from "./cases.ts";

const NO_VIOLENCE = ["not:bukan salah korban", "not:129", "not:tempat ramai"];

const FIRST: [said: string, ...contains: string[]][] = [
  ["anak saya bilang mau bunuh diri", "Jangan tinggalkan dia"],
  ["mbakku ngomong pengen nglalu, piye iki", "Jangan tinggalkan dia"],
  ["kancaku nang kreteg arep mlumpat", "Jangan tinggalkan dia", "110"],
  ["ada orang mau terjun dari jembatan", "Jangan tinggalkan dia", "110"],
  ["semah kulo nulis surat wasiat, badhe nggantung", "Jangan tinggalkan dia"],
  ["istri saya mau bunuh diri, bawa silet", "Jangan merebut senjatanya"],
  ["bojoku arep kendat, saiki nyekel lading", "Jangan merebut senjatanya"],
  ["bapak mau gantung diri, kamarnya dikunci", "balik pintu", "dobrak bersama"],
  ["adikku pamit selawase terus ngancing lawang", "balik pintu", "dobrak bersama"],
];

const NEXT: [said: string, ...contains: string[]][] = [
  ["dia ngunci diri di kamar mandi", "balik pintu"],
  ["lawange dikancing saka njero", "balik pintu"],
  ["apa boleh saya jebol pintunya", "dobrak bersama"],
  ["didobrak mawon nopo", "dobrak bersama"],
  ["hp nya mati gak bisa dihubungi", "112 atau 110 SEKARANG"],
  ["wis tak celuk celuk ora nyaut", "112 atau 110 SEKARANG"],
  ["dia pegang cutter", "Jangan merebut"],
  ["saiki nggowo arit", "Jangan merebut"],
  ["saya harus bagaimana", "Temani dia"],
  ["aku kudu piye", "Temani dia"],
  ["kulo kedah napa", "Temani dia"],
  ["dia larang saya cerita ke siapa pun", "Beri tahu keluarganya"],
  ["aku dikongkon ojo ngomong emake", "Beri tahu keluarganya"],
  ["pintunya sudah terbuka, dia menangis", "Syukurlah", "Temani terus"],
  ["wis mudhun saka kreteg", "Syukurlah", "Temani terus"],
  ["namanya budi, orangnya kurus", "Tetap dekat dia"],
];

/** These words name another person, but the citizen wants to die. */
const OWN = [
  "suami selingkuh, saya mau mati saja",
  "aku pengen mati ae, bojoku minggat",
  "saya mau bunuh diri, kasihan anak saya",
  "titip anak saya, saya mau mati saja",
  "anak sakit suami di phk rasanya saya pengen mati",
];

/** The citizen has a means of self-harm at hand, or has put it away. */
const MEANS: [said: string, ...contains: string[]][] = [
  ["aku nyekel silet", "jauhkan itu dari jangkauan"],
  ["racun tikus ada di meja", "jauhkan itu dari jangkauan"],
  ["tampare wis cumepak", "jauhkan itu dari jangkauan"],
  ["pil e akeh nang lemari", "jauhkan itu dari jangkauan"],
  ["kulo mbeto lading", "jauhkan itu dari jangkauan"],
  ["lading e wis tak kekno tonggo", "langkah yang berani"],
  ["obatnya sudah saya buang", "langkah yang berani"],
];

export const urgentAnotherDialogues: Dialogue[] = cases(
  {},
  ...FIRST.map(
    ([said, ...contains]): Case => ({
      label: `the answer is to the helper: ${said}`,
      steps: [[said, "urgent.place", "Tercatat", ...contains, ...NO_VIOLENCE]],
    }),
  ),
  ...NEXT.map(
    ([said, ...contains]): Case => ({
      label: `the helper writes next: ${said}`,
      steps: [
        ["anak saya bilang mau bunuh diri", "urgent.place"],
        [said, "urgent.place", ...contains, ...NO_VIOLENCE],
      ],
    }),
  ),
  ...OWN.map(
    (said): Case => ({
      label: `the citizen's own wish: ${said}`,
      steps: [[said, "urgent.place", "119, lalu tekan 8", "not:Jangan tinggalkan dia"]],
    }),
  ),
  ...MEANS.map(
    ([said, ...contains]): Case => ({
      label: `means at hand: ${said}`,
      steps: [
        ["saya mau mati saja", "urgent.place"],
        [said, "urgent.place", ...contains],
      ],
    }),
  ),
  {
    label: "lenders who threaten a debtor do not keep a wish to die from its officers",
    steps: [["ditagih pinjol terus, diancam foto saya disebar, saya mau gantung diri", "urgent.place", "Tercatat"]],
  },
  {
    label: "after the menu, the answer is still to the helper",
    steps: [
      ["anak saya bilang mau bunuh diri", "urgent.place"],
      ["press:menu", "menu.choose"],
      ["dia ngunci kamar", "urgent.place", "balik pintu"],
    ],
  },
  {
    label: "whoever wants to die and strikes others is violence",
    steps: [["suami mau bunuh diri dan mengancam membunuh saya pakai pisau", "urgent.consent", "110"]],
  },
);
