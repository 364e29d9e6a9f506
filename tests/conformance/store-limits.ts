import { describe, expect, it } from "vitest";
import { claimKey } from "../../src/store/ports/claim.ts";
import type { StoreUnderTest } from "./store.ts";

const HOUR = 3_600_000;

export function limitCases(store: StoreUnderTest): void {
  const rule = (key: string, limit: number, add = 1, window = HOUR) => ({ key, limit, window, add });

  describe("limits", () => {
    it("let calls through up to the limit", async () => {
      const answers = [];
      for (let n = 0; n < 4; n += 1) answers.push((await store().count([rule("a", 3)])).exceeded);
      expect(answers).toEqual([undefined, undefined, undefined, "a"]);
    });

    it("count every one of a hundred simultaneous attempts", async () => {
      const answers = await Promise.all(Array.from({ length: 100 }, () => store().count([rule("a", 40)])));
      expect(answers.filter(({ exceeded }) => exceeded === undefined)).toHaveLength(40);
      expect(Math.max(...answers.map(({ counts }) => counts[0] ?? 0))).toBe(100);
    });

    it("name the first rule over its limit, and count all rules", async () => {
      await store().count([rule("b", 1)]);
      expect(await store().count([rule("a", 5), rule("b", 1), rule("c", 5)])).toEqual({
        exceeded: "b",
        counts: [1, 2, 1],
      });
    });

    it("are read without counting", async () => {
      expect(await store().count([rule("a", 1, 0)])).toEqual({ counts: [0] });
      await store().count([rule("a", 1)]);
      expect(await store().count([rule("a", 1, 0)])).toEqual({ exceeded: "a", counts: [1] });
    });

    it("count a value once in a window, however often it comes", async () => {
      const once = (value: string, window = HOUR) => ({ ...rule("a", 2, 1, window), once: value });
      const counted = async (value: string) => (await store().count([once(value)])).counts[0];
      expect([await counted("x"), await counted("x"), await counted("y"), await counted("x")]).toEqual([1, 1, 2, 2]);
      expect(await store().count([once("z")])).toEqual({ exceeded: "a", counts: [3] });
      expect((await store().count([once("x")])).exceeded, "what was counted has its answer again").toBe("a");
      const short = { ...rule("b", 9, 1, 1), once: "x" };
      await store().count([short]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await store().count([short])).counts, "a new window").toEqual([1]);
    });

    it("count a value once for many simultaneous calls", async () => {
      const rules = Array.from({ length: 40 }, (_, n) => ({ ...rule("a", 99), once: `chat ${n % 4}` }));
      await Promise.all(rules.map((one) => store().count([one])));
      expect((await store().count([rule("a", 99, 0)])).counts).toEqual([4]);
    });

    it("take back the count of a value once, and no other count", async () => {
      const x = { ...rule("a", 9), once: "x" };
      const y = { ...rule("a", 9), once: "y" };
      await store().count([rule("a", 9), x, y]);
      await store().takeBack([x, { ...x, key: "never counted" }, rule("a", 9)]);
      await store().takeBack([x]);
      expect((await store().count([rule("a", 9, 0)])).counts).toEqual([2]);
      expect((await store().count([x])).counts, "it counts anew").toEqual([3]);
    });

    it("take back nothing from the window after the one in which a value was counted", async () => {
      const late = { ...rule("a", 9, 1, 1), once: "late" };
      await store().count([late]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store().count([{ ...rule("a", 9), once: "next" }]);
      await store().takeBack([late]);
      expect((await store().count([rule("a", 9, 0)])).counts).toEqual([1]);
    });

    it("let one worker claim a key until it gives the claim back or is too late", async () => {
      const claim = (lasts = HOUR) => claimKey(store(), "a", lasts);
      const giveBack = await claim();
      expect(await claim(), "taken").toBeUndefined();
      await giveBack?.();
      const slow = await claim(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const next = await claim();
      expect(next, "the claim of a slow worker ends").toBeDefined();
      await slow?.();
      expect(await claim(), "a slow worker gives back its own claim alone").toBeUndefined();
      await next?.();
      expect(await claim()).toBeDefined();
    });

    it("forget the values that were counted once with their key", async () => {
      const x = { ...rule("a", 9), once: "x" };
      const other = { ...rule("ab", 9), once: "x" };
      await store().count([x, other]);
      await store().clearCounts(["a"]);
      expect((await store().count([x, other])).counts).toEqual([1, 1]);
    });

    it("begin again after their window", async () => {
      await store().count([rule("a", 1, 1, 1)]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await store().count([rule("a", 1, 1, 1)])).toEqual({ counts: [1] });
    });

    it("are cleared by key and by prefix", async () => {
      await store().count([rule("proof:x:1", 1), rule("proof:x:2", 1), rule("proof:y:1", 1)]);
      await store().clearCounts(["proof:x:*"]);
      const { counts } = await store().count([
        rule("proof:x:1", 9, 0),
        rule("proof:x:2", 9, 0),
        rule("proof:y:1", 9, 0),
      ]);
      expect(counts).toEqual([0, 0, 1]);
    });

    it("return the highest running count of a prefix", async () => {
      await store().count([{ ...rule("proof:x:1", 9), once: "m" }, rule("proof:x:2", 9, 3), rule("proof:xy:1", 9, 7)]);
      await store().count([rule("proof:x:3", 9, 5, 1)]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const highest = ["proof:x:*", "proof:x:1", "proof:x", "proof:xy:*", "proof:z:*"];
      expect(await Promise.all(highest.map((key) => store().highestCount(key)))).toEqual([3, 1, 0, 7, 0]);
    });
  });
}
