const LONGEST = 6;
const LENGTHS = Array.from({ length: LONGEST }, (_, index) => index + 1);
const COPIES = 3;

/** The function takes words one by one, and returns how many of the last are repeats. */
export function openRepeats(): (word: string) => number {
  const kept: string[] = [];
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
