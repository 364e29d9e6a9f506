/** A text must be in plain form (`plainText`), with single spaces between words. */
export type Phrases = {
  isIn(plain: string): boolean;
  at(plain: string): number;
  replacedIn(plain: string, by: string): string;
};

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

const sequence = (elements: readonly string[], listNamed: ListNamed): string =>
  elements.map((element) => elementSource(element, listNamed)).join("");

const REPEATS: Readonly<Record<string, string>> = { "": "", "?": "?", "+": "+", "+?": "*" };

const KNOWN_SOURCES = new WeakMap<ListNamed, Map<string, string>>();

function elementSource(element: string, listNamed: ListNamed): string {
  const known = KNOWN_SOURCES.get(listNamed) ?? new Map<string, string>();
  const source = known.get(element) ?? makeSource(element, listNamed);
  KNOWN_SOURCES.set(listNamed, known.set(element, source));
  return source;
}

function makeSource(element: string, listNamed: ListNamed): string {
  if (element === "$") return "$";
  const gap = /^\.\.(\d{1,2})$/.exec(element)?.[1];
  if (gap !== undefined) return `(?:\\S+ ){0,${gap}}?`;
  const [, inner = "", mark = ""] = /^(.+?)(\+\?|\?|\+)?$/.exec(element) ?? [];
  const ways = waysOf(inner, listNamed);
  if (mark === "" && ways.length === 1) return ways.join("");
  return `(?:${(mark.startsWith("+") ? withOneWay(ways) : ways).join("|")})${REPEATS[mark]}`;
}

function waysOf(text: string, listNamed: ListNamed): string[] {
  const isGroup = text.startsWith("(") && text.endsWith(")");
  return splitOutside(isGroup ? text.slice(1, -1) : text, "|").flatMap((one) => {
    const elements = isGroup ? splitOutside(one, " ") : [one];
    if (elements.length > 1) return [sequence(elements, listNamed)];
    const list = listIn(one);
    if (list !== undefined) return listNamed(list).flatMap((entry) => entryWays(entry, listNamed));
    if (/^\(.*\)$/.test(one)) return waysOf(one, listNamed);
    return [isGroup || /[?+]$/.test(one) ? sequence([one], listNamed) : wordSource(one)];
  });
}

const SIGNS = /[|(){}*#?+]|\.\./;

const entryWays = (entry: string, listNamed: ListNamed): string[] =>
  SIGNS.test(entry) ? waysOf(`(${entry})`, listNamed) : [`${entry} `];

const WORDS = /^(?:[\p{Ll}\p{Lo}\p{N}]+ )+$/u;

/** A text that matches in two ways at each word would take exponential time. */
function withOneWay(ways: readonly string[]): string[] {
  const distinct = [...new Set(ways)];
  const signs = distinct.filter((way) => !WORDS.test(way));
  const bySign = signs.length === 0 ? undefined : new RegExp(`^(?:${signs.join("|")})$`);
  const isSigned = (word: string): boolean => bySign?.test(`${word} `) === true;
  const known = new Set(distinct);
  return distinct.filter((way) => {
    if (!WORDS.test(way)) return true;
    const words = way.trimEnd().split(" ");
    return !(words.length > 1 ? words.every((word) => known.has(`${word} `) || isSigned(word)) : words.every(isSigned));
  });
}

const listIn = (word: string): string | undefined => /^\{([a-zA-Z.]+)\}$/.exec(word)?.[1];

function wordSource(word: string): string {
  if (/^#\p{L}*$/u.test(word)) return `\\d+${word.slice(1)} `;
  if (!/^\*?[\p{Ll}\p{Lo}\p{N}]+\*?$/u.test(word)) throw new Error(`no word: ${JSON.stringify(word)}`);
  return `${word.replace(/^\*/, "[^ ]*").replace(/\*$/, "[^ ]*")} `;
}

/** Returns plain words. A text with none of the words cannot match. */
export function neededBy(phrase: string, listNamed: ListNamed): string[] {
  const ways = splitOutside(phrase, " ").map((element) => firstWords(element, listNamed));
  const known = ways.filter((words) => words.length > 0 && words.every((word) => PLAIN.test(word)));
  const [fewest = []] = known.sort((a, b) => a.length - b.length);
  return [...new Set(fewest)];
}

const PLAIN = /^[\p{Ll}\p{Lo}\p{N}]+$/u;

function firstWords(element: string, listNamed: ListNamed): string[] {
  const inner = /^\((.*)\)$/.exec(element)?.[1] ?? element;
  return splitOutside(inner, "|").flatMap((way) => {
    const [first = ""] = way.split(" ");
    const list = listIn(first);
    return list === undefined ? [first] : listNamed(list).map((entry) => entry.split(" ")[0] ?? "");
  });
}

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
