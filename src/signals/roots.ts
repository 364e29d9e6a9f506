/** Prefixes of verbs, each with the letters that the prefix may replace ("menampar" comes from "tampar"). */
const PREFIXES: readonly (readonly [string, readonly string[]])[] = [
  ["di", [""]],
  ["dipun", [""]],
  ["tak", [""]],
  ["ku", [""]],
  ["ter", ["", "r"]],
  ["ke", [""]],
  ["ber", ["", "r"]],
  ["meng", ["", "k"]],
  ["menge", [""]],
  ["meny", ["s"]],
  ["mem", ["", "p"]],
  ["men", ["", "t"]],
  ["me", [""]],
  ["ng", ["", "k"]],
  ["nge", [""]],
  ["ny", ["s", "c"]],
  ["m", ["", "p", "w"]],
  ["n", ["", "t"]],
  ["peng", ["", "k"]],
  ["peny", ["s"]],
  ["pem", ["", "p"]],
  ["pen", ["", "t"]],
  ["pe", [""]],
];
const SUFFIXES = ["kan", "i", "in", "ake", "ke", "no", "ne", "an", "en", "ono", "nya", "ku", "mu", "e"];
/** A shorter root would match almost any word. */
const SHORTEST_ROOT = 3;
const LONGEST = 24;

const oneSpelling = (root: string): string =>
  root.replaceAll("th", "t").replaceAll("dh", "d").replace(/g$/, "k").replace(/nk$/, "ng").replace(/d$/, "t");

/** Most of the returned roots are no real words. */
export function rootsOf(word: string): ReadonlySet<string> {
  if (word.length > LONGEST) return new Set();
  const bare = SUFFIXES.flatMap((suffix) => {
    const left = word.endsWith(suffix) ? word.slice(0, -suffix.length) : "";
    return left === ""
      ? []
      : [left, ...(left.endsWith("an") || left.endsWith("i") ? [left.replace(/an$|i$/, "")] : [])];
  });
  const roots = [word, ...bare].flatMap((stem) => [
    stem,
    ...PREFIXES.flatMap(([prefix, began]) =>
      stem.startsWith(prefix) ? began.map((letter) => letter + stem.slice(prefix.length)) : [],
    ),
  ]);
  return new Set(roots.filter((root) => root.length >= SHORTEST_ROOT).map(oneSpelling));
}
