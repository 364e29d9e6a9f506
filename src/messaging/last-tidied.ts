import type { Store } from "../store/ports/store.ts";

const HOUR = 3_600_000;
/** In ms. */
export const TIDIED_LOOK = 48 * HOUR;
const KEPT = TIDIED_LOOK + 2 * HOUR;
const MOST = Number.MAX_SAFE_INTEGER;
const keyOf = (hour: number): string => `tidied:${hour}`;

export async function noteTidied(store: Pick<Store, "count">, now: number): Promise<void> {
  await store.count([{ key: keyOf(Math.floor(now / HOUR)), limit: MOST, window: KEPT, add: 1 }]);
}

/** Returns the start of an hour (ms since 1970). */
export async function lastTidied(store: Pick<Store, "count">, now: number): Promise<number | undefined> {
  const hour = Math.floor(now / HOUR);
  const hours = Array.from({ length: TIDIED_LOOK / HOUR }, (_, back) => hour - back);
  const { counts } = await store.count(hours.map((at) => ({ key: keyOf(at), limit: MOST, window: KEPT, add: 0 })));
  const found = hours.find((_, index) => (counts[index] ?? 0) > 0);
  return found === undefined ? undefined : found * HOUR;
}
