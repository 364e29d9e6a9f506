import { readableText } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";

type Readings = Pick<Words, "readings">;

/** A longer ending ("nyakah") must stand before its own part ("kah"). */
const ENDINGS = ["nyakah", "kah", "nya", "lah", "pun", "ku", "mu", "ne", "e"];
const BEGINNINGS = ["meng", "mem", "men", "di", "ber", "ter", "me", "ng", "nge"];
const SHORTEST_STEM = 4;
/** Matches the apostrophe in "don't" and "jum'at", but not in "it's". */
const APOSTROPHE = /(\p{L})['’ʼ`](?!(?:s|m|d|ve|re|ll)\b)(?=\p{L})/gu;

let last = { text: "", plain: "" };

/** Returns lower case (NFKC) without punctuation and emoji. Three or more equal letters in a row become one. */
export function plainText(text: string): string {
  if (last.text !== text) last = { text, plain: plainOf(text) };
  return last.plain;
}

const NOD = /^(?:[👍👌✅🆗💯][\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*)+$/u;
const THANKS = /^(?:[🙏🤲🤝😊🙂❤][\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*)+$/u;

function plainOf(text: string): string {
  const said = readableText(text).trim();
  if (NOD.test(said)) return "oke";
  if (THANKS.test(said)) return "terimakasih";
  return said
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}]/gu, (mark) => (mark === "\n" || mark === "\t" ? " " : ""))
    .replace(/https?:\S*|www\.\S*/g, " link ")
    .replace(/\bkul[ao]\s?nuwun\b|\bnuwun\s?sewu\b/g, "permisi")
    .replace(/e[\s-]?ktp|ktp[\s-]?el\b/g, "ektp")
    .replace(/\bseumur\s+hidup\b/g, "seumurhidup")
    .replace(APOSTROPHE, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .trim();
}

export const holdsWord = (plain: string, list: ReadonlySet<string>): boolean =>
  plain.split(" ").some((word) => list.has(word));

/** Returns known words in plain Indonesian without endings, and other words as written. */
export function wordsOf(text: string, { readings }: Readings): string[] {
  return plainText(text)
    .replace(/\bcan(?:no)?t\b/g, "not can")
    .split(" ")
    .filter(Boolean)
    .map((word) => readings.readAs.get(word) ?? stemmed(word, readings) ?? word);
}

export function stemmed(word: string, { readAs }: Readings["readings"]): string | undefined {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM - 1) continue;
    const known = readAs.get(word.slice(0, -ending.length));
    if (known) return known;
  }
  for (const beginning of BEGINNINGS) {
    if (!word.startsWith(beginning) || word.length - beginning.length < SHORTEST_STEM) continue;
    const rest = word.slice(beginning.length);
    const known = readAs.get(rest) ?? readAs.get(rest.replace(/(kan|i|in)$/, ""));
    if (known) return known;
  }
  return undefined;
}
