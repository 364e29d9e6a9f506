/** The value in the middle; of an even number of values the upper of the two. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The median time of so many calls in a row, in ms. */
export async function medianOf(rounds: number, ask: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
  }
  return median(took);
}
