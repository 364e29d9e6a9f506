/** In words: repeats of longer phrases are not noticed. */
const LONGEST = 6;
const LENGTHS = Array.from({ length: LONGEST }, (_, index) => index + 1);
/** A phrase that stands more often in a row says nothing more, and would cost time. */
const COPIES = 3;

/**
 * Takes the words of a text one after the other. Returns how many of the last ones say a further time what stands there
 * COPIES times already: the reader forgets these.
 */
export function openRepeats(): (word: string) => number {
  const kept: string[] = [];
  /** By word and by length of a phrase: for how many words in a row each equals the word `length` places before it. */
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
