import { claimKey } from "../store/ports/claim.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Refusal } from "../vocabulary/lists.ts";

const DAY = 86_400_000;
const MB = 1_000_000;
/** The most files and bytes of one chat in a day, and of all chats of a district together. */
const CHAT = { files: 20, bytes: 100 * MB };
const DISTRICT = { files: 2_000, bytes: 4_000 * MB };
/** How often the decoding of one file may begin before the file is refused. */
const MOST_TRIES = 2;
/** Ms for which the counters of one file are kept, longer than the service tries a file. */
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

/** Counts a file once, before its first fetch. */
export async function countFile(store: Store, from: From, id: string): Promise<Refusal | undefined> {
  const { counts } = await store.count([
    { key: `file:${id}`, limit: Number.MAX_SAFE_INTEGER, window: REMEMBERED, add: 1 },
  ]);
  return counts[0] === 1 ? countAgainstQuotas(store, from, "files", 1) : undefined;
}

/** Counts before the decoding, so that a file that kills its process is refused after the second attempt. */
export async function countTry(store: Store, from: From, id: string, bytes: number): Promise<Refusal | undefined> {
  const { exceeded, counts } = await store.count([{ key: `try:${id}`, limit: MOST_TRIES, window: REMEMBERED, add: 1 }]);
  if (exceeded !== undefined) return "not-as-said";
  return counts[0] === 1 ? countAgainstQuotas(store, from, "bytes", bytes) : undefined;
}

/** A later failure (storage, network) must not count against the file. */
export const endTry = (store: Store, id: string): Promise<void> => store.clearCounts([`try:${id}`]);

/** Ms for which a worker may hold a file, longer than the slowest fetch and decoding. */
const IN_HAND = 120_000;
/** Returns the function that lets the file go, or `undefined` if another worker has taken the file. */
export async function takeFile(store: Store, id: string): Promise<(() => Promise<void>) | undefined> {
  const letGo = await claimKey(store, `in-hand:${id}`, IN_HAND);
  return letGo && (() => letGo().catch(() => undefined)); // if this fails, the hold lapses after `IN_HAND`
}
