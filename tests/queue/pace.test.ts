import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openPace } from "../../src/queue/pace.ts";

/** Returns the earliest times (ms) at which `count` sends pass. */
function passed(count: number, rate: number, burst: number): number[] {
  let now = 1_000;
  const pace = openPace(() => now);
  const take = () => pace([{ key: "a", rate, burst }]);
  return Array.from({ length: count }, () => {
    for (let wait = take(); wait > 0; wait = take()) now += wait;
    return now - 1_000;
  });
}

const one = (key: string) => ({ key, rate: 1, burst: 1 });

describe("pace", () => {
  it.each([
    ["one a second", 4, 1, 1, [0, 1_000, 2_000, 3_000]],
    ["one a second, bursts of three", 5, 1, 3, [0, 0, 0, 1_000, 2_000]],
    ["ten a second", 3, 10, 1, [0, 100, 200]],
    ["lifted", 3, 0, 1, [0, 0, 0]],
  ])("%s", (_, count, rate, burst, expected) => expect(passed(count, rate, burst)).toEqual(expected));

  it("keeps keys apart", () => {
    const pace = openPace(() => 0);
    expect([pace([one("a")]), pace([one("b")])]).toEqual([0, 0]);
    expect(pace([one("a")])).toBe(1_000);
  });

  it("takes a place under all rates or under none", () => {
    let now = 0;
    const pace = openPace(() => now);
    expect(pace([one("chat"), one("account")])).toBe(0);
    expect(pace([one("other chat"), one("account")]), "the account is full").toBe(1_000);
    now = 500;
    expect(pace([one("other chat")]), "so that this chat's own place is still free").toBe(0);
  });

  it("never lets more through in any window than rate and burst allow", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 60 }),
        (rate, burst, count) => {
          const times = passed(count, rate, burst);
          for (const [index, at] of times.entries()) {
            const within = times.slice(index).filter((time) => time < at + 1_000).length;
            expect(within).toBeLessThanOrEqual(rate + burst);
          }
        },
      ),
    );
  });

  it("rests refill the burst, and no more", () => {
    let now = 0;
    const pace = openPace(() => now);
    for (let taken = 0; taken < 3; taken += 1) expect(pace([{ key: "a", rate: 1, burst: 3 }])).toBe(0);
    expect(pace([{ key: "a", rate: 1, burst: 3 }])).toBeGreaterThan(0);
    now = 60_000;
    for (let taken = 0; taken < 3; taken += 1) expect(pace([{ key: "a", rate: 1, burst: 3 }])).toBe(0);
    expect(pace([{ key: "a", rate: 1, burst: 3 }])).toBeGreaterThan(0);
  });
});
