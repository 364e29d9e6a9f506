import { describe, expect, it } from "vitest";
import type { HeldNumbers } from "../../src/store/ports/held-numbers.ts";
import type { StoreUnderTest } from "./store.ts";

const MINUTE = 60_000;
const NUMBERS = { nik: "3524015206799901", kk: "3524010201199901" };

export function heldCases(store: StoreUnderTest): void {
  const held = (page: string, more: Partial<HeldNumbers> = {}): HeldNumbers => ({
    page,
    conversation: "asking",
    code: "111111",
    numbers: NUMBERS,
    ...more,
  });
  let messages = 0;
  const open = (code: string, conversation = "asking", message = `message ${++messages}`) =>
    store().openHeld(code, conversation, message);

  describe("numbers typed on a page", () => {
    it("are opened once by their code in the chat that asked, and again for the same message", async () => {
      expect(await store().holdNumbers(held("p"), MINUTE)).toBe("111111");
      expect(await open("111111", "asking", "m")).toEqual({ outcome: "opened", numbers: NUMBERS });
      expect(await open("111111", "asking", "m"), "a turn that is repeated").toMatchObject({ outcome: "opened" });
      expect(await open("111111")).toEqual({ outcome: "over" });
      expect(await store().holdNumbers(held("p", { code: "222222" }), MINUTE), "the page is used").toBeUndefined();
    });

    it("are void after another chat has sent their code", async () => {
      await store().holdNumbers(held("p"), MINUTE);
      expect(await open("111111", "another")).toEqual({ outcome: "elsewhere" });
      expect(await open("111111", "another")).toEqual({ outcome: "elsewhere" });
      expect(await open("111111")).toEqual({ outcome: "over" });
      expect(await store().holdNumbers(held("p"), MINUTE)).toBeUndefined();
    });

    it("are void after three wrong codes, and one message counts once", async () => {
      await store().holdNumbers(held("p"), MINUTE);
      expect(await open("999999", "asking", "m")).toEqual({ outcome: "wrong", left: 2 });
      expect(await open("999999", "asking", "m")).toEqual({ outcome: "wrong", left: 2 });
      expect(await open("999998")).toEqual({ outcome: "wrong", left: 1 });
      expect(await open("999997", "asking", "last")).toEqual({ outcome: "wrong", left: 0 });
      expect(await open("999997", "asking", "last")).toEqual({ outcome: "wrong", left: 0 });
      expect(await open("111111")).toEqual({ outcome: "over" });
    });

    it("keep their code if they are sent again, and other numbers replace them under a new code", async () => {
      await store().holdNumbers(held("p"), MINUTE);
      expect(await store().holdNumbers(held("p", { code: "222222" }), MINUTE), "a double press").toBe("111111");
      const { nik } = NUMBERS;
      expect(await store().holdNumbers(held("p", { code: "333333", numbers: { nik } }), MINUTE)).toBe("333333");
      expect(await open("999999", "another")).toEqual({ outcome: "over" });
      expect(await open("111111"), "the old code").toEqual({ outcome: "wrong", left: 2 });
      expect(await open("333333")).toEqual({ outcome: "opened", numbers: { nik } });
    });

    it("of two pages have codes and tries of their own", async () => {
      await store().holdNumbers(held("p"), MINUTE);
      await open("999999");
      await open("999998");
      await store().holdNumbers(held("q", { code: "222222", numbers: { kk: NUMBERS.kk } }), MINUTE);
      expect(await open("999997")).toEqual({ outcome: "wrong", left: 2 });
      expect(await open("111111"), "its three are used up").toEqual({ outcome: "over" });
      expect(await open("222222")).toEqual({ outcome: "opened", numbers: { kk: NUMBERS.kk } });
    });

    it("are opened for one of many messages that bring the code at the same time", async () => {
      await store().holdNumbers(held("p"), MINUTE);
      const all = await Promise.all(Array.from({ length: 10 }, () => open("111111")));
      expect(all.filter(({ outcome }) => outcome === "opened")).toHaveLength(1);
    });

    it("expire, and are dropped after that", async () => {
      await store().holdNumbers(held("p"), 1);
      await store().holdNumbers(held("q", { code: "222222" }), MINUTE);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await open("111111", "another")).toEqual({ outcome: "over" });
      expect(await store().dropHeld()).toBe(1);
      expect(await store().dropHeld()).toBe(0);
      expect(await open("222222")).toMatchObject({ outcome: "opened" });
    });
  });
}
