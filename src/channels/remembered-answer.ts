import { limitTime } from "../time-limit.ts";

/** In ms. A page waits `PATIENCE` for an answer. After a failure, the function asks again after `ASK_AGAIN`. */
const PATIENCE = 2_000;
const ASK_AGAIN = 60_000;

/**
 * Returns a function that remembers the first answer. The function returns `undefined` while the answer is not known,
 * never rejects, and takes at most `PATIENCE`.
 */
export function openKnownOnce(ask: () => Promise<string | undefined>): () => Promise<string | undefined> {
  let known: string | undefined;
  let asking: Promise<string | undefined> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (known !== undefined) return known;
    if (performance.now() - askedAt > ASK_AGAIN) {
      askedAt = performance.now();
      asking = ask()
        .then((value) => (known = value))
        .catch(() => undefined);
    }
    return asking && limitTime(PATIENCE, asking, () => undefined);
  };
}
