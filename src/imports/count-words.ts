import { byFrequency, MOST_DIFFERENT_WORDS } from "./findings.ts";

/** Counts an office's own words. After MOST_DIFFERENT_WORDS, new words are not counted. */
export function openWordCounter() {
  const counts = new Map<string, number>();
  return {
    add(words: string, count = 1): void {
      const before = counts.get(words);
      if (before !== undefined || counts.size < MOST_DIFFERENT_WORDS) counts.set(words, (before ?? 0) + count);
    },
    counted: (): Record<string, number> => Object.fromEntries([...counts].sort(byFrequency)),
  };
}
