import { plainText } from "./normalise.ts";

/**
 * What an option can be the answer to. `agreed`: a yes to a proposal, which an "ok" is too; `unknown`: they do not know;
 * `none`: they have not got it.
 */
export type Meaning = "yes" | "agreed" | "no" | "cancel" | "unknown" | "none";

const WORDS: Record<Exclude<Meaning, "unknown" | "none">, string> = {
  yes: "ya iya y yo iyo yoi yup betul benar bener leres sudah udah sdh udh dah uwis wis sampun nggih inggih njih yes yep yeah right correct",
  agreed: "ok oke okay okey sip siap lanjut lanjutkan boleh setuju monggo sure",
  no: "tidak tdk tak ga gak nggak ngga enggak ndak ora mboten bukan belum blm durung dereng salah keliru jangan no nope not wrong",
  cancel: "batal batalkan cancel gajadi gakjadi nggakjadi ndakjadi tidakjadi rasido",
};
/** Beside what is not there; "no" is a number there ("no KK"). */
const DENIALS = new Set([...WORDS.no.split(" ").filter((word) => word !== "no"), "dont", "cant"]);
/** With a no before them: what they do not know, and what they have not got. */
const KNOWING = new Set("tahu tau ngertos ngerti weruh paham yakin ingat inget hafal apal know remember".split(" "));
const HAVING = new Set("punya ada duwe nduwe gadhah gadah nggadhah bawa pegang have got".split(" "));
const FORGOTTEN = new Set("lupa supe entah embuh mbuh forgot".split(" "));
/** What is elsewhere, whoever has it: "KK-nya dibawa suami". */
const AWAY = new Set("dibawa digowo digawa dibeto ketinggalan ketlisut".split(" "));
const PAPERS = new Set(["kk", "ktp", "ektp", "keluarga"]);
const LOST = new Set("hilang ilang ical ketinggalan ketlisut rusak terbakar lost missing".split(" "));
/** What is not there: its name changes nothing. */
const THINGS = new Set(
  "nik ktp kk ektp e el kartu keluarga nomor nomer nmr no nomornya saya sy aku kulo kula i my his her our card number family masih sekarang ini do a an any the".split(
    " ",
  ),
);
/** Politeness, and what a bare answer may drag along. */
const BESIDE = new Set(
  "pak bu mas mbak min kak dik bapak ibu semua lagi dong deh sih kok aja saja itu nya terima kasih terimakasih makasih suwun matur thanks all yet too either juga ugi maaf ngapunten sorry".split(
    " ",
  ),
);
/** "Tidak jadi", "tidak usah" call it off; the second word means nothing by itself. */
const OFF = new Set(["jadi", "sios", "sido", "usah", "perlu"]);
const MOST_WORDS = 4;
const MOST_BESIDE_THINGS = 8;
const LONGEST = 60;

const meanings = new Map<string, Meaning>(
  (Object.entries(WORDS) as [Meaning, string][]).flatMap(([meaning, words]) =>
    words.split(" ").map((word): [string, Meaning] => [word, meaning]),
  ),
);

/** The bare answer that a whole message is, in Indonesian, Javanese or English; `undefined` when it says anything else. */
export function meaningOf(text: string): Meaning | undefined {
  if (text.length > LONGEST) return undefined;
  const words = plainText(text)
    .split(" ")
    .filter((word) => !BESIDE.has(word));
  const lack = lackIn(words) ?? (isAway(words) ? "none" : undefined);
  if (lack) return lack;
  const said = words.filter((word) => !OFF.has(word)).map((word) => meanings.get(word));
  if (said.length === 0 || words.length > MOST_WORDS || said.includes(undefined)) return undefined;
  if (said.includes("cancel") && said.includes("agreed")) return undefined; // "batal setuju" is a right, and ends no draft
  if (said.includes("cancel") || (said.includes("no") && said.length < words.length)) return "cancel";
  return said.includes("no") ? "no" : said.includes("yes") ? "yes" : "agreed";
}

/** "Kulo mboten gadhah KTP", "KK hilang", "tidak tahu": nothing but what is not there, or not known. */
function lackIn(words: readonly string[]): "unknown" | "none" | undefined {
  const [first, ...more] = words.filter((word) => !THINGS.has(word) && !DENIALS.has(word));
  if (first === undefined || more.length > 0 || words.length > MOST_BESIDE_THINGS) return undefined;
  if (!words.some((word) => DENIALS.has(word)))
    return LOST.has(first) ? "none" : FORGOTTEN.has(first) ? "unknown" : undefined;
  return KNOWING.has(first) ? "unknown" : HAVING.has(first) ? "none" : undefined;
}

/** A paper first, and that it is not here; only what is told of it after that is left open. */
function isAway(words: readonly string[]): boolean {
  const at = words.findIndex((word) => AWAY.has(word));
  const before = words.slice(0, Math.max(at, 0));
  return (
    words.length <= MOST_BESIDE_THINGS &&
    before.some((word) => PAPERS.has(word)) &&
    before.every((word) => THINGS.has(word))
  );
}

/** Which options each answer is taken for, the nearest first. */
const TAKEN_FOR: Record<Meaning, readonly Meaning[]> = {
  yes: ["yes", "agreed"],
  agreed: ["agreed"],
  no: ["no"],
  cancel: ["cancel", "no"],
  unknown: ["unknown", "none"],
  none: ["none", "unknown", "no"],
};

/** The index of the option that a bare answer chooses. */
export function answerTyped(text: string, options: readonly { means?: Meaning }[]): number | undefined {
  if (options.every(({ means }) => means === undefined)) return undefined;
  const meaning = meaningOf(text);
  if (meaning === undefined) return undefined;
  return TAKEN_FOR[meaning].map((one) => options.findIndex(({ means }) => means === one)).find((at) => at >= 0);
}
