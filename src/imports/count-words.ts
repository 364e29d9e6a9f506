import { byFrequency, MOST_DIFFERENT_WORDS } from "./findings.ts";

/** After `MOST_DIFFERENT_WORDS`, the counter ignores new words. */
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
