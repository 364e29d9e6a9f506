import { describe, expect, it } from "vitest";
import type { StoreUnderTest } from "./store.ts";

const HOUR = 3_600_000;

export function limitCases(store: StoreUnderTest): void {
  const rule = (key: string, limit: number, add: 0 | 1 = 1, window = HOUR) => ({ key, limit, window, add });

  describe("limits", () => {
    it("let through as many as they say", async () => {
      const answers = [];
      for (let n = 0; n < 4; n += 1) answers.push((await store().count([rule("a", 3)])).exceeded);
      expect(answers).toEqual([undefined, undefined, undefined, "a"]);
    });

    it("count every attempt of a hundred at once", async () => {
      const answers = await Promise.all(Array.from({ length: 100 }, () => store().count([rule("a", 40)])));
      expect(answers.filter(({ exceeded }) => exceeded === undefined)).toHaveLength(40);
      expect(Math.max(...answers.map(({ counts }) => counts[0] ?? 0))).toBe(100);
    });

    it("name the first rule that is over, and count all", async () => {
      await store().count([rule("b", 1)]);
      expect(await store().count([rule("a", 5), rule("b", 1), rule("c", 5)])).toEqual({
        exceeded: "b",
        counts: [1, 2, 1],
      });
    });

    it("can look without counting", async () => {
      expect(await store().count([rule("a", 1, 0)])).toEqual({ counts: [0] });
      await store().count([rule("a", 1)]);
      expect(await store().count([rule("a", 1, 0)])).toEqual({ exceeded: "a", counts: [1] });
    });

    it("begin anew when their window has passed", async () => {
      await store().count([rule("a", 1, 1, 1)]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await store().count([rule("a", 1, 1, 1)])).toEqual({ counts: [1] });
    });

    it("are forgotten by key and by the beginning of one", async () => {
      await store().count([rule("proof:x:1", 1), rule("proof:x:2", 1), rule("proof:y:1", 1)]);
      await store().clearCounts(["proof:x:*"]);
      const { counts } = await store().count([
        rule("proof:x:1", 9, 0),
        rule("proof:x:2", 9, 0),
        rule("proof:y:1", 9, 0),
      ]);
      expect(counts).toEqual([0, 0, 1]);
    });
  });
}
