import { byFrequency, MOST_WORDS } from "./findings.ts";

/** Counts an office's own words, of which a list may have different ones in each row: the first thousand are counted apart. */
export function countWords() {
  const counts = new Map<string, number>();
  return {
    add(words: string, count = 1): void {
      const before = counts.get(words);
      if (before !== undefined || counts.size < MOST_WORDS) counts.set(words, (before ?? 0) + count);
    },
    /** The words with their counts, the most frequent first. */
    counted: (): Record<string, number> => Object.fromEntries([...counts].sort(byFrequency)),
  };
}
