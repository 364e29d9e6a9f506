import { limitTime } from "../../time-limit.ts";
import { AppError } from "../../vocabulary/errors.ts";

/** Ms after which a batch counts as unanswered, longer than the driver's own limit; its lane goes on without it. */
const LIMIT = 15_000;

type Asked<Item, Result> = { item: Item; resolve(result: Result): void; reject(error: unknown): void };

/**
 * What is asked for while the like of it is on its way travels together with the next: under load one round trip serves
 * many, and a lone one waits for nobody. `run` gives the results in the order of the items; its failure is everybody's.
 */
export function together<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { lanes = 1, most = 100 }: { lanes?: number; most?: number } = {},
): (item: Item) => Promise<Result> {
  const waiting: Asked<Item, Result>[] = [];
  let busy = 0;

  function start(): void {
    while (busy < lanes && waiting.length > 0) void serve(waiting.splice(0, most));
  }

  async function serve(batch: Asked<Item, Result>[]): Promise<void> {
    busy += 1;
    try {
      const results = await limitTime(LIMIT, run(batch.map(({ item }) => item)), () => {
        throw new AppError("STORE_UNAVAILABLE", "MongoDB: no answer in time");
      });
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      busy -= 1;
      start();
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length === 1) setImmediate(start);
    });
}
