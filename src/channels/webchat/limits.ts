import { isIPv6 } from "node:net";
import { openCellRate } from "../../cell-rate.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";

const MINUTE = 60_000;
const MOST_KNOWN = 50_000;
/** In bytes. A long message counts once for each begun `UNIT`. */
const UNIT = 500;

/** The returned function throws TOO_MANY with `retryAfter` if a key calls too often. */
export function openLimit(count: number, window: number, now?: () => number) {
  const interval = window / count;
  const take = openCellRate(now);
  return (key: string, cost = 1): void => {
    const wait = take([{ key, interval, burst: count, cost }]);
    if (wait > 0) throw new AppError("TOO_MANY", "too many requests", { details: { retryAfter: wait } });
  };
}

/** Each function throws TOO_MANY above its limit. */
export type RateLimits = {
  countMessage(contact: Contact, network: string, bytes?: number): void;
  countRead(contact: Contact, network: string): void;
};

/** Mobile networks put many phones behind one address, so its limits fit a village. */
export function openRateLimits(now?: () => number): RateLimits {
  const ofAddress = openLimit(240, MINUTE, now);
  const ofSession = openLimit(20, MINUTE, now);
  const newOfAddress = openLimit(300, 60 * MINUTE, now);
  const readsOfAddress = openLimit(1_200, MINUTE, now);
  const readsOfSession = openLimit(120, MINUTE, now);
  const known = new Set<string>();
  return {
    countMessage({ address: session }, network, bytes = 1) {
      ofAddress(network, Math.max(1, Math.ceil(bytes / UNIT)));
      if (!known.has(session)) newOfAddress(network);
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(session);
      ofSession(session);
    },
    countRead({ address: session }, network) {
      readsOfAddress(network);
      readsOfSession(session);
    },
  };
}

/** Returns an IPv4 address, or the /64 network of an IPv6 address. */
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

/** Returns the /24 network of an IPv4 address, or the /64 network of an IPv6 address. */
export function networkOf(ip: string): string {
  const address = addressKey(ip);
  const [, network] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(address) ?? [];
  return network === undefined ? `${address}::/64` : `${network}.0/24`;
}
