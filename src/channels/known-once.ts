import { limitTime } from "../time-limit.ts";

/** Ms that a page waits for what a platform says of our own account, and after which it is asked again. */
const PATIENCE = 2_000;
const ASK_AGAIN = 60_000;

/** Asks once and remembers; `undefined` while it is not known. Never rejects, and keeps nobody waiting for long. */
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
