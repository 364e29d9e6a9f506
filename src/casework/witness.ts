import type { Word } from "../signals/words.ts";
import type { Rung } from "../vocabulary/lists.ts";

/** Words `from` to `to` (inclusive) that name somebody: `key` is the same for one person or office. */
export type Mention = { key: string; rung: Rung; from: number; to: number };
type Span = { from: number; to: number };

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Right before a name they say whose words follow; "katanya" and "jarene" tell what is said of somebody, and stay out. */
const SAYS = set("kata menurut jare miturut ngendikane criose");
/** The same right after a name, and what may stand between them and what was said. */
const TOLD = set("ngomong bilang cerita crito ngandani kandha ngabari menyampaikan");
const TO_WHOM = set("ke kepada nang dateng saya sy aku kulo kami bahwa kalau nek yen");
const TITLES = set("pak bapak bpk bu ibu mas mbak si ning cak gus haji hj h");
/** What may stand between a witness and the accused: the writer's own things, how often, how much. Anything else is a doubt. */
const PLAIN = set(
  "uang duit dana bantuan bansos beras sembako kartu atm kks buku tabungan pkh bpnt blt saya sy aku kulo kami punya milik warga yang itu ini sudah sering selalu terus semua tiap setiap saben bulan kali cair ribu rb ewu juta sebesar oleh sama karo dening kalih",
);
const JOINS = set("sama karo oleh dening kalih yang");
/** Passives that say what the speaker themselves demands. */
const DEMANDED = /^di(?:minta|suruh|paksa|kon|ken|dhawuhi|jaluk)/;
/** After the accused they may speak of the witness too. */
const DOUBTS = set(
  "juga ikut sama karo bareng bersama dan lan serta bukan dudu buat untuk nggo gawe kanggo bagi tapi padahal",
);
const PRONOUNS = set("dia ia beliau deweke dheweke piyambake piyambakipun mereka orangnya wonge ybs");
/** What people call the officers of a rung: an accused of that name may be the witness. */
const OWN: Record<Rung, ReadonlySet<string>> = {
  village: set("operator puskesos petugas perangkat pamong oknum"),
  companion: set("pendamping fasilitator sdm petugas oknum"),
  tksk: set("tksk pendamping petugas oknum"),
  dinsos: set("dinsos dinas sosial petugas pegawai orang oknum"),
  disdukcapil: set("dukcapil capil petugas pegawai orang oknum"),
};

const NO_WORD: Word = { written: "", forms: new Set(), sentence: 0 };

type Reading = {
  words: readonly Word[];
  mentions: readonly Mention[];
  /** Every official named in the words, be it only by their office. */
  officials: readonly Span[];
  isBlamed(span: Span): boolean;
};

/**
 * Whether somebody is named only as the one who said it ("kata bu Ratna uang saya dipotong pak kades"): then the words
 * between are plain, and somebody else is blamed in the same sentence. Whatever is not as clear as that is no witness.
 */
export function isWitness({ rung, ...mention }: Mention, reading: Reading): boolean {
  const { words, mentions, officials, isBlamed } = reading;
  const whole = wholeOf(mention, mentions);
  const begins = saidFrom(words, whole);
  if (begins === undefined) return false;
  const written = (at: number): string => words[at]?.written ?? "";
  const isOther = (span: Span): boolean =>
    span.from >= begins && words[span.from]?.sentence === words[whole.from]?.sentence && isBlamed(span);
  const isOwn = (span: Span): boolean => range(span).some((at) => OWN[rung].has(written(at)));
  const [accused] = [...officials, ...mentions.filter(({ key }) => key !== mention.key)]
    .filter((span) => isOther(span) && !isOwn(span))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  if (!accused) return false;
  const isTitled = TITLES.has(written(accused.from - 1));
  const between = range({ from: begins, to: accused.from - (isTitled ? 2 : 1) });
  if (!between.every((at) => isPlain(words[at])) || JOINS.has(written(begins))) return false;
  return words
    .slice(accused.to + 1)
    .every(({ written: word, sentence }) =>
      PRONOUNS.has(word) ? false : sentence !== words[accused.to]?.sentence || !DOUBTS.has(word),
    );
}

const isPlain = ({ written, forms }: Word = NO_WORD): boolean =>
  [written, ...forms].some((form) => PLAIN.has(form)) ||
  /^\d/.test(written) ||
  (/^di\p{L}{3,}$/u.test(written) && !DEMANDED.test(written));

const range = ({ from, to }: Span): number[] =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at);

/** With the office before a name, and the name behind an office. */
const wholeOf = ({ from, to }: Span, mentions: readonly Mention[]): Span => {
  const near = mentions.filter((one) => one.from <= to + 1 && from <= one.to + 1);
  return { from: Math.min(from, ...near.map((one) => one.from)), to: Math.max(to, ...near.map((one) => one.to)) };
};

/** Where what somebody said begins; `undefined` where they are not said to have said anything. */
function saidFrom(words: readonly Word[], { from, to }: Span): number | undefined {
  let before = from - 1;
  while (TITLES.has(words[before]?.written ?? "")) before -= 1;
  if (SAYS.has(words[before]?.written ?? "")) return to + 1;
  if (!TOLD.has(words[to + 1]?.written ?? "")) return undefined;
  let begins = to + 2;
  while (TO_WHOM.has(words[begins]?.written ?? "")) begins += 1;
  return begins;
}
