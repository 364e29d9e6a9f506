import { plainText } from "./normalise.ts";

/** What an option can be the answer to: `agreed` is a yes to a proposal, which an "ok" is too. */
export type Meaning = "yes" | "agreed" | "no" | "cancel";

const WORDS: Record<Meaning, string> = {
  yes: "ya iya y yo iyo yoi yup betul benar bener leres sudah udah sdh udh dah uwis wis sampun nggih inggih njih yes yep yeah right correct",
  agreed: "ok oke okay okey sip siap lanjut lanjutkan boleh setuju monggo sure",
  no: "tidak tdk tak ga gak nggak ngga enggak ndak ora mboten bukan belum blm durung dereng salah keliru jangan no nope not wrong",
  cancel: "batal batalkan cancel",
};
/** Politeness, and what a bare answer may drag along. */
const BESIDE = new Set(
  "pak bu mas mbak min kak dik bapak ibu semua lagi dong deh sih kok aja saja itu nya terima kasih terimakasih makasih suwun matur thanks all yet".split(
    " ",
  ),
);
/** "Tidak jadi" calls it off; the second word means nothing by itself. */
const OFF = new Set(["jadi", "sios", "sido"]);
const MOST_WORDS = 4;
const LONGEST = 60;

const meanings = new Map<string, Meaning>(
  (Object.entries(WORDS) as [Meaning, string][]).flatMap(([meaning, words]) =>
    words.split(" ").map((word): [string, Meaning] => [word, meaning]),
  ),
);

/** The yes or no that a whole message is, in Indonesian, Javanese or English; `undefined` when it says anything else. */
export function meaningOf(text: string): Meaning | undefined {
  if (text.length > LONGEST) return undefined;
  const words = plainText(text)
    .split(" ")
    .filter((word) => !BESIDE.has(word));
  const said = words.filter((word) => !OFF.has(word)).map((word) => meanings.get(word));
  if (said.length === 0 || words.length > MOST_WORDS || said.includes(undefined)) return undefined;
  if (said.includes("cancel") || (said.includes("no") && said.length < words.length)) return "cancel";
  return said.includes("no") ? "no" : said.includes("yes") ? "yes" : "agreed";
}

/** Which options each answer is taken for, the nearest first. */
const TAKEN_FOR: Record<Meaning, readonly Meaning[]> = {
  yes: ["yes", "agreed"],
  agreed: ["agreed"],
  no: ["no"],
  cancel: ["cancel", "no"],
};

/** The index of the option that a bare yes or no chooses. */
export function answerTyped(text: string, options: readonly { means?: Meaning }[]): number | undefined {
  if (options.every(({ means }) => means === undefined)) return undefined;
  const meaning = meaningOf(text);
  if (meaning === undefined) return undefined;
  const index = TAKEN_FOR[meaning].map((one) => options.findIndex(({ means }) => means === one)).find((at) => at >= 0);
  return index;
}
