import { setTimeout as pause } from "node:timers/promises";
import { appError } from "../vocabulary/errors.ts";

/** In ms. */
const FIRST = 100;
const LONGEST = 2_000;
const MOST = 15_000;

/** Repeats `work` while the store is away, for about `MOST` ms. */
export async function retryWhileAway<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  for (let wait = FIRST; ; wait = Math.min(2 * wait, LONGEST)) {
    try {
      return await work();
    } catch (thrown) {
      if (appError(thrown).code !== "STORE_UNAVAILABLE" || performance.now() - started > MOST) throw thrown;
    }
    await pause(wait);
  }
}
