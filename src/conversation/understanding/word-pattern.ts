/**
 * A pattern of words. `needs`: a line without any of these words cannot match. It is empty if no such words are known.
 */
export type Pattern = { pattern: RegExp; needs: readonly string[] };

const PLAIN = /^[a-z0-9 |]+$/;

/** Returns the first words of the slot that has the fewest alternatives. */
function neededBy(slots: readonly string[]): string[] {
  const ways = slots.filter((slot) => PLAIN.test(slot)).map((slot) => slot.split("|"));
  const [fewest = []] = ways.sort((a, b) => a.length - b.length);
  return [...new Set(fewest.map((way) => way.split(" ")[0] as string))];
}

const inOrder = (words: readonly string[]): string => `\\b(?:${words.join(")\\b(?: \\S+){0,4}? \\b(?:")})\\b`;

/** Matches one word of each slot, in this order, with at most four other words between two slots. */
export const near = (...words: string[]): Pattern => ({ pattern: new RegExp(inOrder(words)), needs: neededBy(words) });

export const any = (words: string): Pattern => near(words);

export const either = (a: string, b: string): Pattern => ({
  pattern: new RegExp(`${inOrder([a, b])}|${inOrder([b, a])}`),
  needs: neededBy([a, b]),
});

/**
 * Makes a function that finds the patterns that a line matches, in the order of the patterns. To save time, the
 * function tries only patterns that need a word of the line.
 */
export function openPatterns<One extends Pattern>(all: readonly One[]): (line: string) => One[] {
  const always = all.flatMap(({ needs }, at) => (needs.length === 0 ? [at] : []));
  const byWord = Map.groupBy(
    all.flatMap(({ needs }, at) => needs.map((word) => ({ word, at }))),
    ({ word }) => word,
  );
  return (line) => {
    const asked = new Set(always);
    for (const word of new Set(line.split(" "))) for (const { at } of byWord.get(word) ?? []) asked.add(at);
    return [...asked]
      .sort((a, b) => a - b)
      .map((at) => all[at] as One)
      .filter(({ pattern }) => pattern.test(line));
  };
}
