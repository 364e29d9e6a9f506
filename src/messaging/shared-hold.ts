import { channelKey } from "../channels/accounts.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Contact } from "../vocabulary/message.ts";

/** The shared knowledge of all processes about an account whose platform says later that it sent nothing. */
type SharedHold = {
  /** Stopped, until a later word says that messages arrive again. */
  isStopped: boolean;
  /** Told within the time that it rests: nothing is tried. */
  isFresh: boolean;
  /** When this process looked, by its monotonic clock, in ms. */
  seenAt: number;
};

export type Sharing = {
  store: Pick<Limits, "count" | "clearCounts">;
  /** Holds that all processes share, as the store last told them. */
  shared: Map<string, SharedHold>;
  /** Monotonic, in ms. */
  now(): number;
};
type Account = Pick<Contact, "channel" | "account">;

/** Ms for which a process goes by what it has read. */
const SEEN_LASTS = 1_000;
/** Ms after which a stop that nobody tells of any more is forgotten. */
const STOP_LASTS = 86_400_000;
/** Ms in which all processes together try one message of a stopped account. */
const ONE_TRY = 60_000;

const keysOf = (account: Account) => {
  const key = channelKey(account);
  return { stopped: `account-stopped:${key}`, fresh: `account-rests:${key}`, tried: `account-tried:${key}` };
};

/** Tells every process that this account rests for `rest` ms; `stopped`: and that one message a minute is tried from then on. */
export async function shareHold({ store, shared }: Sharing, account: Account, rest: number, stopped: boolean) {
  const { stopped: stop, fresh } = keysOf(account);
  const rules = [{ key: fresh, limit: 1, window: Math.ceil(rest), add: 1 as const }];
  if (stopped) rules.push({ key: stop, limit: 1, window: STOP_LASTS, add: 1 });
  await store.count(rules).catch(() => undefined); // a store that is away opens no message to be sent either
  shared.delete(channelKey(account));
}

/** What is known of this account now, or a moment ago; `undefined` where the store does not say. */
async function sharedHoldOf({ store, shared, now }: Sharing, account: Account): Promise<SharedHold | undefined> {
  const key = channelKey(account);
  const known = shared.get(key);
  const seenAt = now();
  if (known && seenAt - known.seenAt < SEEN_LASTS) return known;
  const { stopped, fresh } = keysOf(account);
  const looked = [stopped, fresh].map((one) => ({ key: one, limit: 1, window: ONE_TRY, add: 0 as const }));
  const counts = (await store.count(looked).catch(() => undefined))?.counts;
  if (!counts) return undefined;
  const hold = { isStopped: (counts[0] ?? 0) > 0, isFresh: (counts[1] ?? 0) > 0, seenAt };
  shared.set(key, hold);
  return hold;
}

/**
 * Whether this account may be tried, as far as all processes know: a stopped one by a message a minute (`try`), one that
 * rests by none.
 */
export async function heldForAll(sharing: Sharing, account: Account): Promise<"free" | "try" | "rests" | "stopped"> {
  const hold = await sharedHoldOf(sharing, account);
  if (hold?.isFresh) return hold.isStopped ? "stopped" : "rests";
  if (!hold?.isStopped) return "free";
  const { tried } = keysOf(account);
  const taken = await sharing.store.count([{ key: tried, limit: 1, window: ONE_TRY, add: 1 }]).catch(() => undefined);
  return taken?.exceeded === undefined ? "try" : "stopped";
}

/** Messages of this account arrive again; false where no process had held it, or it was told stopped just now. */
export async function freeForAll(sharing: Sharing, account: Account): Promise<boolean> {
  const hold = await sharedHoldOf(sharing, account);
  if (!hold?.isStopped || hold.isFresh) return false;
  const { stopped, tried } = keysOf(account);
  await sharing.store.clearCounts([stopped, tried]).catch(() => undefined);
  sharing.shared.delete(channelKey(account));
  return true;
}
