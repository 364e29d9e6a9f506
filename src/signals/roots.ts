/** A beginning of a verb, and what stood in its place at the root: "menampar" is of "tampar", "ngaplok" of "kaplok". */
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
/** Endings of verbs in Indonesian and Javanese, in common speech too, and of what belongs to somebody. */
const SUFFIXES = ["kan", "i", "in", "ake", "ke", "no", "ne", "an", "en", "ono", "nya", "ku", "mu", "e"];
/** Shorter roots would be read into any word. */
const SHORTEST_ROOT = 3;
/** Longer words are no verbs. */
const LONGEST = 24;

/** One way to write what people write in two ways ("gebug" and "gebuk", "penthung" and "pentung"). */
const oneSpelling = (root: string): string =>
  root.replaceAll("th", "t").replaceAll("dh", "d").replace(/g$/, "k").replace(/nk$/, "ng").replace(/d$/, "t");

/** Every root that a word may be of. Most are no words at all: a pattern names the one that it means. */
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
