/** Compiled phrases; the text must be in plain form (`plainText`), with single spaces between words. */
export type Phrases = {
  isIn(plain: string): boolean;
  /** Returns where in the text the first match begins, or -1. */
  at(plain: string): number;
  replacedIn(plain: string, by: string): string;
};

/** Returns the entries of a list that a phrase names in braces. */
export type ListNamed = (name: string) => readonly string[];

/**
 * Compiles phrases of plain words and these signs:
 * - `a|b`: either word; `(a b|c)`: either wording
 * - `x?`: may be missing; `x+`: may be repeated; `x+?`: may be missing or repeated
 * - `..3`: up to three other words
 * - `#`: a number; `#rb`: a number with these letters
 * - `dat*`: a word that begins with "dat"; `*dat`: a word that ends with it
 * - `{list}`: one entry of that list, of one or several words
 * - `^` as the first word: the text begins here; `$` as the last word: the text ends here
 */
export function compilePhrases(phrases: readonly string[], listNamed: ListNamed): Phrases {
  const sources = phrases.map((phrase) => sourceOf(phrase, listNamed));
  const source = sources.length === 0 ? "(?!)" : sources.join("|");
  const first = new RegExp(source);
  const every = new RegExp(source, "g");
  return {
    isIn: (plain) => first.test(`${plain} `),
    at: (plain) => `${plain} `.search(first),
    replacedIn: (plain, by) => `${plain} `.replace(every, by === "" ? "" : `${by} `).trimEnd(),
  };
}

/** Returns a regular expression for a text in plain form with a space after it. */
export function sourceOf(phrase: string, listNamed: ListNamed): string {
  const elements = splitOutside(phrase, " ");
  const begins = elements[0] === "^";
  return (begins ? "^" : "(?<![^ ])") + sequence(begins ? elements.slice(1) : elements, listNamed);
}

/** Each element includes the space after it, so that a missing optional element leaves no gap. */
const sequence = (elements: readonly string[], listNamed: ListNamed): string =>
  elements.map((element) => elementSource(element, listNamed)).join("");

const REPEATS: Readonly<Record<string, string>> = { "": "", "?": "?", "+": "+", "+?": "*" };

function elementSource(element: string, listNamed: ListNamed): string {
  if (element === "$") return "$";
  const gap = /^\.\.(\d{1,2})$/.exec(element)?.[1];
  if (gap !== undefined) return `(?:\\S+ ){0,${gap}}?`;
  const [, inner = "", mark = ""] = /^(.+?)(\+\?|\?|\+)?$/.exec(element) ?? [];
  return `(?:${alternatives(inner, listNamed)})${REPEATS[mark]}`;
}

function alternatives(text: string, listNamed: ListNamed): string {
  const isGroup = text.startsWith("(") && text.endsWith(")");
  const inner = isGroup ? text.slice(1, -1) : text;
  return splitOutside(inner, "|")
    .map((one) => (isGroup ? sequence(splitOutside(one, " "), listNamed) : wordSource(one, listNamed)))
    .join("|");
}

function wordSource(word: string, listNamed: ListNamed): string {
  const list = /^\{([a-zA-Z.]+)\}$/.exec(word)?.[1];
  if (list !== undefined) return `(?:${[...listNamed(list)].join("|")}) `;
  if (/^#\p{L}*$/u.test(word)) return `\\d+${word.slice(1)} `;
  if (/^\(.*\)$|[?+]$/.test(word)) return elementSource(word, listNamed);
  if (!/^\*?[\p{Ll}\p{Lo}\p{N}]+\*?$/u.test(word)) throw new Error(`no word: ${JSON.stringify(word)}`);
  return `${word.replace(/^\*/, "[^ ]*").replace(/\*$/, "[^ ]*")} `;
}

/**
 * Returns words of which a text with this phrase has at least one. Returns none if each element
 * of the phrase can begin with something other than a plain word.
 */
export function neededBy(phrase: string, listNamed: ListNamed): string[] {
  const ways = splitOutside(phrase, " ").map((element) => firstWords(element, listNamed));
  const known = ways.filter((words) => words.length > 0 && words.every((word) => PLAIN.test(word)));
  const [fewest = []] = known.sort((a, b) => a.length - b.length);
  return [...new Set(fewest)];
}

const PLAIN = /^[\p{Ll}\p{Lo}\p{N}]+$/u;

/** Returns the first words of the alternatives of an element; some are signs, not plain words. */
function firstWords(element: string, listNamed: ListNamed): string[] {
  const inner = /^\((.*)\)$/.exec(element)?.[1] ?? element;
  return splitOutside(inner, "|").flatMap((way) => {
    const [first = ""] = way.split(" ");
    const list = /^\{([a-zA-Z.]+)\}$/.exec(first)?.[1];
    return list === undefined ? [first] : listNamed(list).map((entry) => entry.split(" ")[0] ?? "");
  });
}

/** Splits a text at a sign, but not inside parentheses. */
function splitOutside(text: string, sign: " " | "|"): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (depth < 0) break;
    if (letter === sign && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  if (depth !== 0) throw new Error(`a parenthesis too few or too many: ${JSON.stringify(text)}`);
  if (parts.includes("")) throw new Error(`nothing between two signs: ${JSON.stringify(text)}`);
  return parts;
}
