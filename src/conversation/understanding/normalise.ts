import { readableText } from "../../vocabulary/message.ts";
import { READ_AS } from "./words.ts";

/** Endings that do not change what a word means, longest first. They are tried only if the whole word is not known. */
const ENDINGS = ["nyakah", "kah", "nya", "lah", "pun", "ku", "mu", "ne", "e"];
const BEGINNINGS = ["meng", "mem", "men", "di", "ber", "ter", "me", "ng", "nge"];
const SHORTEST_STEM = 4;
/** Inside a word ("don't", "jum'at") it is no gap between two; before a verb's or a genitive's ending it is. */
const APOSTROPHE = /(\p{L})['’ʼ`](?!(?:s|m|d|ve|re|ll)\b)(?=\p{L})/gu;

/** One message is read many times, so the last results are cached. */
let last = { text: "", plain: "" };

/** Normalises a text: NFKC, lower case, without marks, emoji and punctuation, with repeated letters shortened. */
export function plainText(text: string): string {
  if (last.text !== text) last = { text, plain: plainOf(text) };
  return last.plain;
}

/** Signs that stand for a word if they stand alone; beside words they mean nothing. */
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
    .replace(/\bseumur\s+hidup\b/g, "seumurhidup") // a KTP is, and tells of nobody's life
    .replace(APOSTROPHE, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .trim();
}

/** Returns a message's words in plain Indonesian: shorthand, Javanese and English replaced, inflections dropped. */
export function wordsOf(text: string): string[] {
  return plainText(text)
    .replace(/\bcan(?:no)?t\b/g, "not can")
    .split(" ")
    .filter(Boolean)
    .map(readingOf);
}

function readingOf(word: string): string {
  return READ_AS.get(word) ?? stemmed(word) ?? word;
}

/** Removes a suffix, a prefix or both if the rest is a known word; `undefined` if none is. */
export function stemmed(word: string): string | undefined {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM - 1) continue;
    const known = READ_AS.get(word.slice(0, -ending.length));
    if (known) return known;
  }
  for (const beginning of BEGINNINGS) {
    if (!word.startsWith(beginning) || word.length - beginning.length < SHORTEST_STEM) continue;
    const rest = word.slice(beginning.length);
    const known = READ_AS.get(rest) ?? READ_AS.get(rest.replace(/(kan|i|in)$/, ""));
    if (known) return known;
  }
  return undefined;
}
