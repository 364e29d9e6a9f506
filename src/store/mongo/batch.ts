import { limitTime } from "../../time-limit.ts";
import { AppError } from "../../vocabulary/errors.ts";

/** In ms; longer than the driver's own limit. */
const LIMIT = 15_000;
const MOST = 100;

type Call<Item, Result> = { item: Item; resolve(result: Result): void; reject(error: unknown): void };

/** `run` returns its results in the order of the items. */
export function batchCalls<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: Call<Item, Result>[] = [];
  let isInFlight = false;

  function startBatch(): void {
    if (!isInFlight && waiting.length > 0) void runBatch(waiting.splice(0, MOST));
  }

  async function runBatch(batch: Call<Item, Result>[]): Promise<void> {
    isInFlight = true;
    try {
      const results = await limitTime(LIMIT, run(batch.map(({ item }) => item)), () => {
        throw new AppError("STORE_UNAVAILABLE", "MongoDB: no answer in time");
      });
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      isInFlight = false;
      startBatch();
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length === 1) setImmediate(startBatch);
    });
}
