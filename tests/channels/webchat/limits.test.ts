import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKey, networkOf, openLimit, openRateLimits } from "../../../src/channels/webchat/limits.ts";

describe("a limit", () => {
  it("allows the whole count without a pause, then one call each interval", () => {
    let now = 0;
    const take = openLimit(20, 60_000, () => now);
    for (let time = 0; time < 20; time += 1) take("a");
    expect(() => take("a")).toThrow(expect.objectContaining({ code: "TOO_MANY", details: { retryAfter: 3_000 } }));
    expect(() => take("b")).not.toThrow();
    now = 3_000;
    expect(() => take("a")).not.toThrow();
    expect(() => take("a")).toThrow();
  });

  it("allows at most twice the count in any window, and a call after `retryAfter`", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 }), (pauses) => {
        let now = 0;
        const take = openLimit(5, 1_000, () => now);
        const passed: number[] = [];
        for (const pause of pauses) {
          now += pause;
          try {
            take("a");
            passed.push(now);
          } catch (error) {
            now += (error as { details: { retryAfter: number } }).details.retryAfter;
            take("a");
            passed.push(now);
          }
        }
        for (const [index, at] of passed.entries()) {
          expect((passed[index + 10] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThan(1_000);
        }
      }),
    );
  });
});

const contactOf = (session: number) => ({ channel: "webchat", account: "lamongan", address: String(session) });
const passes = (call: () => void): boolean => {
  try {
    call();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "TOO_MANY" });
    return false;
  }
};

it.each([
  { label: "messages of one browser", call: "countMessage", sessions: 1, expected: 20 },
  { label: "messages of one address", call: "countMessage", sessions: 100, expected: 240 },
  { label: "reads of one browser", call: "countRead", sessions: 1, expected: 120 },
  { label: "reads of one address", call: "countRead", sessions: 100, expected: 1_200 },
] as const)("$label at once: $expected", ({ call, sessions, expected }) => {
  const limits = openRateLimits(() => 0);
  const calls = Array.from(
    { length: 2_000 },
    (_, index) => () => limits[call](contactOf(index % sessions), "203.0.113.9"),
  );
  expect(calls.filter(passes)).toHaveLength(expected);
  expect(passes(() => limits[call](contactOf(-1), "203.0.113.10"))).toBe(true);
});

it("an address opens 300 chats without a pause, then one every twelve seconds", () => {
  let now = 0;
  const limits = openRateLimits(() => now);
  let opened = 0;
  for (; now < 1_200_000; now += 1_000)
    if (passes(() => limits.countMessage(contactOf(now), "203.0.113.9"))) opened += 1;
  expect(opened).toBe(300 + 100 - 1);
  expect(passes(() => limits.countMessage(contactOf(0), "203.0.113.9"))).toBe(true);
  expect(passes(() => limits.countMessage(contactOf(-1), "203.0.113.10"))).toBe(true);
});

it.each([
  { ip: "203.0.113.7", key: "203.0.113.7" },
  { ip: "::ffff:203.0.113.7", key: "203.0.113.7" },
  { ip: "2001:db8:1:2:aaaa::1", key: "2001:db8:1:2" },
  { ip: "2001:db8:1:2:bbbb:cccc:dddd:1", key: "2001:db8:1:2" },
  { ip: "2001:0db8:0001:0002::9", key: "2001:db8:1:2" },
  { ip: "2001:db8::1", key: "2001:db8:0:0" },
  { ip: "::1", key: "0:0:0:0" },
  { ip: "fe80::1%eth0", key: "fe80:0:0:0" },
  { ip: "", key: "" },
])("$ip counts as $key", ({ ip, key }) => {
  expect(addressKey(ip)).toBe(key);
});

it.each([
  { ip: "203.0.113.7", network: "203.0.113.0/24" },
  { ip: "::ffff:203.0.113.99", network: "203.0.113.0/24" },
  { ip: "203.0.114.7", network: "203.0.114.0/24" },
  { ip: "2001:db8:1:2:aaaa::1", network: "2001:db8:1:2::/64" },
  { ip: "2001:db8:1:3::1", network: "2001:db8:1:3::/64" },
])("$ip belongs to $network", ({ ip, network }) => {
  expect(networkOf(ip)).toBe(network);
});

it("a long message counts as several messages of its network address", () => {
  const limits = openRateLimits(() => 0);
  const long = Array.from(
    { length: 72 },
    (_, at) => () => limits.countMessage(contactOf(at % 12), "203.0.113.9", 3_950),
  );
  expect(long.filter(passes)).toHaveLength(30);
  expect(passes(() => limits.countMessage(contactOf(99), "203.0.113.10", 3_950))).toBe(true);
});
