import { channelKey } from "../channels/accounts.ts";
import { defined } from "../defined.ts";
import type { LimitRule, Limits } from "../store/ports/limits.ts";
import type { Contact } from "../vocabulary/message.ts";

const HOUR = 3_600_000;
const KEPT = 26 * HOUR;
/** `again`: the service postponed the send. */
const DEEDS = ["received", "sent", "failed", "unknown", "again"] as const;
type Deed = (typeof DEEDS)[number];

/** `lastReceived`, `lastSent`: the start of the hour of the last message (ms since 1970). */
export type AccountActivity = Record<Deed, number> & { lastReceived?: number; lastSent?: number };

/** Counts in memory, so no message costs a write to the store. */
export type Activity = {
  count(contact: Pick<Contact, "channel" | "account">, deed: Deed): void;
  /** If the store rejects the counts, the next flush adds them. */
  flush(): Promise<void>;
};

const keyOf = (account: string, hour: number, deed: Deed): string => `activity:${account}:${hour}:${deed}`;

export function openActivity(store: Pick<Limits, "count">): Activity {
  let counted = new Map<string, number>();
  const add = (key: string, count: number) => counted.set(key, (counted.get(key) ?? 0) + count);
  return {
    count(contact, deed) {
      add(keyOf(channelKey(contact), Math.floor(Date.now() / HOUR), deed), 1);
    },
    async flush() {
      if (counted.size === 0) return;
      const counts = counted;
      counted = new Map();
      const rules = [...counts].map(
        ([key, count]): LimitRule => ({ key, limit: Number.MAX_SAFE_INTEGER, window: KEPT, add: count }),
      );
      try {
        await store.count(rules);
      } catch (error) {
        for (const [key, count] of counts) add(key, count);
        throw error;
      }
    },
  };
}

export async function findActivity(
  store: Pick<Limits, "count">,
  account: { channel: string; account: string },
): Promise<AccountActivity> {
  const hour = Math.floor(Date.now() / HOUR);
  const hours = Array.from({ length: 24 }, (_, back) => hour - back);
  const keys = DEEDS.flatMap((deed) => hours.map((at) => ({ deed, at, key: keyOf(channelKey(account), at, deed) })));
  const { counts } = await store.count(
    keys.map(({ key }) => ({ key, limit: Number.MAX_SAFE_INTEGER, window: KEPT, add: 0 })),
  );
  const totals = Object.fromEntries(DEEDS.map((deed) => [deed, 0])) as Record<Deed, number>;
  const last: Partial<Record<Deed, number>> = {};
  for (const [index, { deed, at }] of keys.entries()) {
    const count = counts[index] ?? 0;
    totals[deed] += count;
    if (count > 0) last[deed] ??= at * HOUR;
  }
  return {
    ...totals,
    ...defined({ lastReceived: last.received, lastSent: last.sent }),
  };
}
