import type { Words } from "../words/words.ts";

export type NameWords = Pick<Words["names"], "aliases" | "descent" | "remarks" | "titles" | "dead" | "besideDead">;

/** `hadDescent`: the cell also names the person's father or mother, whom `name` leaves out. */
type CellName = { name: string; hadDescent: boolean };

const BRACKETS = /\(([^()]*)(?:\)|$)|\[([^[\]]*)(?:\]|$)/g;
const LONGEST_CELL = 200;

const plain = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, "");
const wordsIn = (text: string): string[] => text.split(/[^\p{L}'’`]+/u).filter(Boolean);

export function isMoreThanName(cell: string, words: NameWords): boolean {
  if (/[([/]/.test(cell)) return true;
  return wordsIn(cell).some((word, at) => at > 0 && (words.aliases.has(plain(word)) || words.descent.has(plain(word))));
}

/**
 * Whether a cell calls its person dead: "SUPARMAN (ALM)", "ALMH. SITI AMINAH", "SLAMET (SUDAH MENINGGAL)". A remark
 * about another person does not count: "SITI AMINAH (JANDA ALM. BUDI)".
 */
export function saysDead(cell: string, words: NameWords): boolean {
  const { dead, besideDead, remarks } = words;
  const isDead = (word: string): boolean => dead.has(plain(word));
  const inBrackets = [...cell.matchAll(BRACKETS)].map(([, round = "", square = ""]) => wordsIn(`${round} ${square}`));
  const isAllDead = (said: readonly string[]): boolean =>
    said.some(isDead) && said.every((word) => isDead(word) || besideDead.has(plain(word)));
  if (inBrackets.some(isAllDead)) return true;
  const [first = ""] = splitNames(cell.replace(BRACKETS, " "), words);
  const own = wordsIn(withoutDescent(first, words));
  return own.some(isDead) && own.every((word) => isDead(word) || !remarks.has(plain(word)));
}

/**
 * Returns the names in a cell that contains more than a name, without fathers' names. One word alone must not prove a
 * person with two names.
 */
export function namesInCell(cell: string, words: NameWords, countWords: (name: string) => number): CellName[] {
  if (cell.length > LONGEST_CELL || !isMoreThanName(cell, words)) return [];
  const bracketed = [...cell.matchAll(BRACKETS)].flatMap(([, round = "", square = ""]) =>
    wordsIn(`${round} ${square}`),
  );
  const isRemark = bracketed.every((word) => words.remarks.has(plain(word)) || words.titles.has(plain(word)));
  const names = splitNames(cell.replace(BRACKETS, " "), words).map((name) => {
    const own = withoutDescent(name, words);
    return { name: own, hadDescent: own !== name };
  });
  const counts = names.map(({ name }) => countWords(name));
  const isShort = isRemark && Math.max(...counts) <= 1;
  return names.filter((_, at) => (counts[at] ?? 0) > 1 || isShort);
}

function splitNames(text: string, { aliases }: NameWords): string[] {
  const names: string[][] = [[]];
  for (const word of text.split(/\s+|(\/)/).filter(Boolean))
    if (word === "/" || aliases.has(plain(word))) names.push([]);
    else names.at(-1)?.push(word);
  return names.map((one) => one.join(" ")).filter((name) => /\p{L}/u.test(name));
}

export function withoutDescent(name: string, { descent }: NameWords): string {
  const words = name.trim().split(/\s+/);
  const at = words.findIndex((word, index) => index > 0 && index < words.length - 1 && descent.has(plain(word)));
  return at < 0 ? name : words.slice(0, at).join(" ");
}
