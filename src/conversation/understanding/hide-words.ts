/** All words are in lower case. */
export type FamiliarWords = {
  spoken: ReadonlySet<string>;
  /** Words that very many people wrote, or that the service knows. */
  certain: ReadonlySet<string>;
  beforeName: ReadonlySet<string>;
  names: ReadonlySet<string>;
};

const HIDDEN = "…";
const HIDDEN_NUMBER = "#";
const IS_ADDRESS = /@|:\/\/|www\./i;
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

/** After a title, a word may be a name, so only `certain` words stay. */
export function hideRareWords(text: string, familiar: FamiliarWords): string {
  const read = text.replace(/\S+/g, (word) => (IS_ADDRESS.test(word) ? HIDDEN : word));
  const isShouted = read === read.toUpperCase();
  let isAfterTitle = false;
  let end = 0;
  const shownWords = read.replace(WORD, (written, at: number) => {
    const begins = end === 0 || /[.!?\n]/.test(read.slice(end, at));
    end = at + written.length;
    const word = written.toLowerCase();
    const isCapital = !begins && !isShouted && written !== word;
    const shown = shownOf(word, isAfterTitle || isCapital, familiar);
    isAfterTitle = familiar.beforeName.has(word) || (isAfterTitle && shown !== word);
    return shown === word ? written : shown;
  });
  return shownWords
    .replace(/…(?:\s*…)+/g, HIDDEN)
    .replace(/\s+/g, " ")
    .trim();
}

function shownOf(word: string, isStrict: boolean, { spoken, certain, beforeName, names }: FamiliarWords): string {
  if (/\p{N}/u.test(word)) return HIDDEN_NUMBER;
  if (beforeName.has(word)) return word;
  if (names.has(word)) return HIDDEN;
  return certain.has(word) || (!isStrict && spoken.has(word)) ? word : HIDDEN;
}
