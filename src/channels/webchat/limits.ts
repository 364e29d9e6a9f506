import { isIPv6 } from "node:net";
import { openCellRate } from "../../cell-rate.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";

const MINUTE = 60_000;
const MOST_KNOWN = 50_000;
/** Bytes of a message that cost an address as much as a short message: reading a story takes as long as reading many lines. */
const UNIT = 500;

/**
 * Lets `count` through in `window` ms, all at once or spread, and throws TOO_MANY with `retryAfter` beyond. A call may cost
 * several. `now` in ms of a monotonic clock.
 */
export function openLimit(count: number, window: number, now?: () => number) {
  const interval = window / count;
  const take = openCellRate(now);
  return (key: string, cost = 1): void => {
    const wait = take([{ key, interval, burst: count, cost }]);
    if (wait > 0) throw new AppError("TOO_MANY", "too many requests", { details: { retryAfter: wait } });
  };
}

/** The limits of a browser, and of all the browsers at one address. Each throws TOO_MANY. `address` from `addressKey`. */
export type Limits = {
  message(contact: Contact, address: string, bytes?: number): void;
  read(contact: Contact, address: string): void;
};

/**
 * Each process counts for itself. Indonesia's mobile networks put many phones behind one address, so what an address may
 * do is what a whole village needs, and a session's first message counts there as one more browser.
 */
export function openLimits(now?: () => number): Limits {
  const ofAddress = openLimit(240, MINUTE, now);
  const ofSession = openLimit(20, MINUTE, now);
  const newOfAddress = openLimit(300, 60 * MINUTE, now);
  const readsOfAddress = openLimit(1_200, MINUTE, now);
  const readsOfSession = openLimit(120, MINUTE, now);
  const known = new Set<string>();
  return {
    message({ address: session }, address, bytes = 1) {
      ofAddress(address, Math.max(1, Math.ceil(bytes / UNIT)));
      if (!known.has(session)) newOfAddress(address);
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(session);
      ofSession(session);
    },
    read({ address: session }, address) {
      readsOfAddress(address);
      readsOfSession(session);
    },
  };
}

/** Whom limits count: an IPv4 address, or the /64 that one household of IPv6 has. */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = "", tail] = (ip.split("%")[0] ?? "").split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length;
  return [...groups, ...Array<string>(missing).fill("0"), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/** The network that an address belongs to: the /24 of IPv4, the /64 of IPv6. */
export function networkOf(ip: string): string {
  const address = addressKey(ip);
  const [, network] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(address) ?? [];
  return network === undefined ? `${address}::/64` : `${network}.0/24`;
}
