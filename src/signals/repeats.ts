/** Words of the longest phrase whose repeats in a row are noticed. */
const LONGEST = 6;
const LENGTHS = Array.from({ length: LONGEST }, (_, index) => index + 1);
/** What is said more often than this in a row says no more, and would cost as much to read as a whole story. */
const COPIES = 3;

/**
 * Takes the words of a text one after the other. Returns how many of the last ones say a further time what stands there
 * COPIES times already: the reader forgets these.
 */
export function openRepeats(): (word: string) => number {
  const kept: string[] = [];
  /** By place and by length of a phrase: words in a row that equal the word so many places before. */
  const runs: number[][] = [];
  return (word) => {
    const at = kept.push(word) - 1;
    const before = runs[at - 1];
    const own = LENGTHS.map((length, index) => (kept[at - length] === word ? (before?.[index] ?? 0) + 1 : 0));
    runs.push(own);
    const said = LENGTHS.find((length, index) => (own[index] as number) >= COPIES * length) ?? 0;
    kept.length -= said;
    runs.length -= said;
    return said;
  };
}
