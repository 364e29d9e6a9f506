import type { Limits } from "../store/ports/limits.ts";
import type { Refusal } from "../vocabulary/lists.ts";

const DAY = 86_400_000;
const MB = 1_000_000;
/** The files that one chat, and all chats of a district, may bring in a day. */
const CHAT = { files: 20, bytes: 100 * MB };
const DISTRICT = { files: 2_000, bytes: 4_000 * MB };
/** Starts of the process that decodes a file. */
const TRIES = 2;
/** Longer than a file is tried for. */
const REMEMBERED = 3 * DAY;

type Store = Pick<Limits, "count" | "clearCounts">;
type From = { conversation: string; district: string };

/** Counts what is brought; says why it is not taken once there is too much of it. */
async function counted(
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

/** Counts a file before it is fetched, once however often that is tried. */
export async function countFile(store: Store, from: From, id: string): Promise<Refusal | undefined> {
  const { counts } = await store.count([
    { key: `file:${id}`, limit: Number.MAX_SAFE_INTEGER, window: REMEMBERED, add: 1 },
  ]);
  return counts[0] === 1 ? counted(store, from, "files", 1) : undefined;
}

/**
 * Counts an attempt to decode a file, in the store before it begins: a file that kills its process, or with it the whole
 * machine, is refused after the second time.
 */
export async function countTry(store: Store, from: From, id: string, bytes: number): Promise<Refusal | undefined> {
  const { exceeded, counts } = await store.count([{ key: `try:${id}`, limit: TRIES, window: REMEMBERED, add: 1 }]);
  if (exceeded !== undefined) return "not-as-said";
  return counts[0] === 1 ? counted(store, from, "bytes", bytes) : undefined;
}

/** The attempt came to an end, a good one or a refusal: what fails after it is not the file's fault. */
export const endTry = (store: Store, id: string): Promise<void> => store.clearCounts([`try:${id}`]);

/** Ms in which a file is in one worker's hand: longer than it takes to fetch and to decode one behind those of other reports. */
const IN_HAND = 120_000;
const handOf = (id: string): string => `in-hand:${id}`;

/**
 * Takes a file in hand; false while another worker has it, who is not dead: the sweeper wakes workers again for whatever takes
 * long, and two at once would count as two attempts.
 */
export async function takeFile(store: Store, id: string): Promise<boolean> {
  const { exceeded } = await store.count([{ key: handOf(id), limit: 1, window: IN_HAND, add: 1 }]);
  return exceeded === undefined;
}

export const letFileGo = (store: Store, id: string): Promise<void> =>
  store.clearCounts([handOf(id)]).catch(() => undefined); // it is free when its time is over
