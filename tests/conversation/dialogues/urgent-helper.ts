import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const husband: Step = ["suami saya mau mati katanya, cincinnya ditinggal", "urgent.place", "Jangan tinggalkan dia"];
const son: Step = ["anakku umur 19 wis gak gelem urip", "urgent.place", "Jangan tinggalkan dia"];

const openings = [
  "suami saya pamit mau mati",
  "pacar saya ngancam loncat dari atap kos kalo saya putusin, dia lagi duduk di pinggir sekarang",
  "bojoku ngancem gantung diri nek tak tinggal",
  "adik saya bilang mau nyusul bapak, pengen mati",
  "semah kulo mboten purun gesang malih",
];

const facts: readonly (readonly [string, string])[] = [
  ["tadi terakhir bilang mau ke jembatan", "110"],
  ["iki mau dheweke njaluk tuku tali", "Jauhkan tali"],
  ["wau nyuwun ditumbasaken obat tikus", "Jauhkan tali"],
  ["hp nya dimatiin", "Jangan menunggu jawabannya"],
  ["hape ne dipateni wiwit mau", "Jangan menunggu jawabannya"],
  ["motornya dibawa", "Tetap dekat dia"],
  ["dia udah pulang nangis2, sekarang tidur", "jangan ditinggal malam ini"],
  ["wis mulih, saiki turu", "jangan ditinggal malam ini"],
];

/** The chat advises the helper of a person who wants to die. */
export const urgentHelperDialogues: Dialogue[] = [
  ...cases(
    {},
    ...openings.map(
      (said): Case => ({ label: `another wants to die: ${said}`, steps: [[said, "urgent.place", "dia"]] }),
    ),
    ...facts.map(
      ([said, contains]): Case => ({
        label: `a fact about the husband: ${said}`,
        from: [husband],
        steps: [[said, "urgent.place", contains, "not:Menjauhlah", "not:tempat ramai", "not:serahkan"]],
      }),
    ),
    {
      label: "a note about the helper's fear comes in two wordings",
      from: [son],
      steps: [
        ["saya takut sekali pak", "urgent.place", "Tetap dekat dia"],
        ["kamarnya gelap", "urgent.open", "tempat terakhirnya"],
      ],
    },
    {
      label: "a threat against the helper is violence",
      steps: [["suami saya ngancam bunuh saya terus bunuh diri", "urgent.consent"]],
    },
    {
      label: "a writer who wants to die over a husband is no helper",
      steps: [["suami selingkuh, pengen mati rasanya", "urgent.place", "tidak sendirian", "not:Jangan tinggalkan dia"]],
    },
  ),
];
