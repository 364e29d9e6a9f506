import { channelKey } from "../channels/accounts.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Contact } from "../vocabulary/message.ts";

/** The store keeps the hold, because one process may get the receipt of another's send. */
type SharedHold = {
  /** True until a later receipt shows that messages arrive again. */
  isStopped: boolean;
  isResting: boolean;
  /** In ms of this process's monotonic clock. */
  seenAt: number;
};

export type Sharing = {
  store: Pick<Limits, "count" | "clearCounts">;
  shared: Map<string, SharedHold>;
  /** Returns the monotonic time (ms). */
  now(): number;
};
type Account = Pick<Contact, "channel" | "account">;

/** In ms. */
const SEEN_LASTS = 1_000;
/** In ms. */
const STOP_LASTS = 86_400_000;
/** In ms. Within this time, all processes together try only one message of a stopped account. */
const ONE_TRY = 60_000;

const countKeysOf = (account: Account) => {
  const key = channelKey(account);
  return { stopped: `account-stopped:${key}`, rests: `account-rests:${key}`, tried: `account-tried:${key}` };
};

export async function shareHold({ store, shared }: Sharing, account: Account, rest: number, stopped: boolean) {
  const { stopped: stop, rests } = countKeysOf(account);
  const rules = [{ key: rests, limit: 1, window: Math.ceil(rest), add: 1 as const }];
  if (stopped) rules.push({ key: stop, limit: 1, window: STOP_LASTS, add: 1 });
  await store.count(rules).catch(() => undefined); // while the store is away, no message can be sent either
  shared.delete(channelKey(account));
}

async function findSharedHold({ store, shared, now }: Sharing, account: Account): Promise<SharedHold | undefined> {
  const key = channelKey(account);
  const known = shared.get(key);
  const seenAt = now();
  if (known && seenAt - known.seenAt < SEEN_LASTS) return known;
  const { stopped, rests } = countKeysOf(account);
  const looked = [stopped, rests].map((one) => ({ key: one, limit: 1, window: ONE_TRY, add: 0 as const }));
  const counts = (await store.count(looked).catch(() => undefined))?.counts;
  if (!counts) return undefined;
  const hold = { isStopped: (counts[0] ?? 0) > 0, isResting: (counts[1] ?? 0) > 0, seenAt };
  shared.set(key, hold);
  return hold;
}

/** Returns `try` for one message a minute on a stopped account. */
export async function checkSharedHold(
  sharing: Sharing,
  account: Account,
): Promise<"free" | "try" | "rests" | "stopped"> {
  const hold = await findSharedHold(sharing, account);
  if (hold?.isResting) return hold.isStopped ? "stopped" : "rests";
  if (!hold?.isStopped) return "free";
  const { tried } = countKeysOf(account);
  const taken = await sharing.store.count([{ key: tried, limit: 1, window: ONE_TRY, add: 1 }]).catch(() => undefined);
  return taken?.exceeded === undefined ? "try" : "stopped";
}

/** Returns false if the account was not stopped, or if a receipt has just reported the stop. */
export async function endSharedHold(sharing: Sharing, account: Account): Promise<boolean> {
  const hold = await findSharedHold(sharing, account);
  if (!hold?.isStopped || hold.isResting) return false;
  const { stopped, tried } = countKeysOf(account);
  await sharing.store.clearCounts([stopped, tried]).catch(() => undefined);
  sharing.shared.delete(channelKey(account));
  return true;
}
