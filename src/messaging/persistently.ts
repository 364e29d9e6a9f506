import { setTimeout as pause } from "node:timers/promises";
import { appError } from "../vocabulary/errors.ts";

/** Ms: the first pause, the longest, and for how long in all; then leases run out, and the sweeper wakes the workers again. */
const FIRST = 100;
const LONGEST = 2_000;
const MOST = 15_000;

/** Runs `work`, and again while the store refuses: it may be away for a moment only. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
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
