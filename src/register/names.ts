/** Titles and words of address that belong to no name. */
const TITLES = new Set(
  "bpk bapak ibu bu pak sdr sdri saudara saudari tn ny nn mbah mbok kang mas mbak h hj haji hajjah kh kyai kiai ustadz ustad ustadzah ust dr drs dra ir prof spd se sh st mm mpd skom sag alm almh almarhum almarhumah".split(
    " ",
  ),
);

/** One name, many spellings: the first is what the others are read as. */
const SPELLINGS: readonly (readonly string[])[] = [
  [
    "muhamad",
    "muhammad",
    "mohammad",
    "mohamad",
    "mochammad",
    "mochamad",
    "muchammad",
    "muchamad",
    "moh",
    "moch",
    "muh",
    "much",
    "mhd",
    "mohd",
  ],
  ["ahmad", "achmad", "akhmad", "ahmat", "akmad"],
  ["siti", "sitti", "st"],
  ["abdul", "abd", "abdoel"],
  ["nur", "noer", "noor", "nor"],
];
const READ_AS = new Map(SPELLINGS.flatMap(([first = "", ...others]) => others.map((other) => [other, first] as const)));
const OFTEN_LEFT_OUT = "muhamad";

/** Old spelling and letters that are written either way: Soejono, Sujono and Suyono are one; Syaiful and Saiful; Zainal and Zaenal. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, "u"],
  [/dj/g, "j"],
  [/tj/g, "c"],
  [/nj/g, "ny"],
  [/s[jyh]/g, "s"],
  [/[ck]h/g, "h"],
  [/d[hz]/g, "d"],
  [/ae/g, "ai"],
  [/v/g, "f"],
  [/q/g, "k"],
  [/(.)\1+/g, "$1"],
  [/(?<=[aiu])h$/, ""],
];

/** The words of a name as they are compared. */
function wordsOf(name: string): string[] {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}'’`]/gu, "")
    .replace(/\bs\.\s?(pd|e|h|t|kom|ag)\b\.?/g, " ")
    .replace(/[^a-z]+/g, " ")
    .trim();
  const words = plain
    .split(" ")
    .map((word, index) => (word === "st" && index === 0 ? "siti" : word)) // a degree stands behind a name, never before it
    .filter((word) => word !== "" && !TITLES.has(word) && !(word === "r" || word === "rr"));
  return words.map((word, index) => {
    const full = word === "m" && index === 0 && words.length > 1 ? OFTEN_LEFT_OUT : word;
    const known = READ_AS.get(full);
    return known ?? SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), full);
  });
}

/** No person's name is longer, in characters, with every title. */
const LONGEST_NAME = 200;

/**
 * Whether a typed name is that of the register, as a proof: every word must be there. Forgiven are titles, case, accents,
 * old spelling, the many Muhammads and Ahmads, words joined or split, a middle word left out, a leading Muhammad left
 * out, and one slip of the finger in a word of five letters or more. Not forgiven is what tells siblings apart: another
 * ending, another consonant, a missing first or last word.
 */
export function sameName(typed: string, registered: string): boolean {
  if (typed.length > LONGEST_NAME) return false;
  const given = wordsOf(typed);
  const known = wordsOf(registered);
  if (given.length === 0 || known.length === 0) return false;
  if (given.join("") === known.join("")) return true;
  const [shortGiven, shortKnown] = [withoutMuhammad(given), withoutMuhammad(known)];
  if (shortGiven.length !== given.length || shortKnown.length !== known.length) {
    const same = shortGiven.join("") === shortKnown.join("");
    const both = given.length !== shortGiven.length && known.length !== shortKnown.length;
    if (same && shortGiven.length > 0) return true;
    return both ? matches(shortGiven, shortKnown) : false;
  }
  return matches(given, known);
}

function withoutMuhammad(words: string[]): string[] {
  return words[0] === OFTEN_LEFT_OUT && words.length > 1 ? words.slice(1) : words;
}

/** First and last word must match; of the words between, the typed name may leave out one. */
function matches(given: string[], known: string[]): boolean {
  const left = known.length - given.length;
  if (left < 0 || left > 1 || (left === 1 && given.length < 2)) return false;
  let skipped = 0;
  for (const [index, word] of given.entries()) {
    if (sameWord(word, known[index + skipped] ?? "")) continue;
    const isLast = index === given.length - 1;
    if (skipped === left || index === 0 || !sameWord(word, known[index + skipped + 1] ?? "")) return false;
    if (isLast && index + skipped + 1 !== known.length - 1) return false;
    skipped += 1;
  }
  return given.length + skipped === known.length;
}

const SLIP_FROM = 5;
/** Vowels that are heard alike; the last letter is never among them, it tells Suwarno from Suwarni. */
const ALIKE = new Set(["ei", "ie", "ou", "uo"]);
const SILENT = new Set(["h", "y", "w"]);

function sameWord(given: string, known: string): boolean {
  if (given === known) return true;
  if (known.length === 1) return given.startsWith(known);
  if (given.length < SLIP_FROM || known.length < SLIP_FROM) return false;
  let at = 0;
  while (given[at] === known[at]) at += 1;
  const [g, k] = [given.slice(at), known.slice(at)];
  if (g.length === k.length) {
    const swapped = g[0] === k[1] && g[1] === k[0] && g.slice(2) === k.slice(2);
    const alike = ALIKE.has(`${g[0]}${k[0]}`) && g.length > 1 && g.slice(1) === k.slice(1);
    return swapped || alike;
  }
  const [long, short] = g.length > k.length ? [g, k] : [k, g];
  return SILENT.has(long[0] ?? "") && long.slice(1) === short && short !== "";
}
