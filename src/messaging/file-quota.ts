import { claimKey } from "../store/ports/claim.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Refusal } from "../vocabulary/lists.ts";

const DAY = 86_400_000;
const MB = 1_000_000;
/** Limits for a day. */
const CHAT = { files: 20, bytes: 100 * MB };
const DISTRICT = { files: 2_000, bytes: 4_000 * MB };
/** The service refuses a file after its decoding has begun this often. */
const MOST_TRIES = 2;
/** In ms. */
const REMEMBERED = 3 * DAY;

type Store = Pick<Limits, "count" | "takeBack" | "clearCounts">;
type From = { conversation: string; district: string };

async function countAgainstQuotas(
  store: Store,
  { conversation, district }: From,
  what: "files" | "bytes",
  add: number,
): Promise<Refusal | undefined> {
  const chat = `${what}:chat:${conversation}`;
  const { exceeded } = await store.count([
    { key: chat, limit: CHAT[what], window: DAY, add },
    { key: `${what}:district:${district}`, limit: DISTRICT[what], window: DAY, add },
  ]);
  return exceeded === undefined ? undefined : exceeded === chat ? "too-many" : "busy-day";
}

export async function countFile(store: Store, from: From, id: string): Promise<Refusal | undefined> {
  const { counts } = await store.count([
    { key: `file:${id}`, limit: Number.MAX_SAFE_INTEGER, window: REMEMBERED, add: 1 },
  ]);
  return counts[0] === 1 ? countAgainstQuotas(store, from, "files", 1) : undefined;
}

/** Counts before the decoding, because the file may end the process. */
export async function countTry(store: Store, from: From, id: string, bytes: number): Promise<Refusal | undefined> {
  const { exceeded, counts } = await store.count([{ key: `try:${id}`, limit: MOST_TRIES, window: REMEMBERED, add: 1 }]);
  if (exceeded !== undefined) return "not-as-said";
  return counts[0] === 1 ? countAgainstQuotas(store, from, "bytes", bytes) : undefined;
}

/** Forgets the tries, because a later failure (storage, network) must not count against the file. */
export const endTry = (store: Store, id: string): Promise<void> => store.clearCounts([`try:${id}`]);

/** In ms: longer than the slowest fetch and decoding. */
const IN_HAND = 120_000;
/** Returns `undefined` if another worker has the claim. */
export async function takeFile(store: Store, id: string): Promise<(() => Promise<void>) | undefined> {
  const letGo = await claimKey(store, `in-hand:${id}`, IN_HAND);
  return letGo && (() => letGo().catch(() => undefined)); // the claim then ends after `IN_HAND`
}
