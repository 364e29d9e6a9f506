import { byFrequency, MOST_DIFFERENT_WORDS } from "./findings.ts";

/**
 * Opens a counter of an office's own words. Every row may have another word, so the counter takes at most
 * MOST_DIFFERENT_WORDS different words and leaves out the words that come later.
 */
export function openWordCounter() {
  const counts = new Map<string, number>();
  return {
    add(words: string, count = 1): void {
      const before = counts.get(words);
      if (before !== undefined || counts.size < MOST_DIFFERENT_WORDS) counts.set(words, (before ?? 0) + count);
    },
    /** The words with their counts, the most frequent first. */
    counted: (): Record<string, number> => Object.fromEntries([...counts].sort(byFrequency)),
  };
}
