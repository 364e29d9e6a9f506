import { limitTime } from "../time-limit.ts";

/** In ms. */
const PATIENCE = 2_000;
const ASK_AGAIN = 60_000;

/** The returned function remembers the first answer and never rejects. */
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
