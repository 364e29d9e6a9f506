import { describe, expect, it } from "vitest";
import type { StoreUnderTest } from "./store.ts";

export function keyCases(store: StoreUnderTest): void {
  describe("which keys were served", () => {
    it("is nothing before a start, and the newest after it, however often", async () => {
      expect(await store().servedKeys()).toEqual([]);
      for (const _ of ["once", "again"]) await store().noteKeyServed();
      expect(await store().servedKeys()).toEqual([1]);
    });

    it("never forgets the key that seals", async () => {
      await store().noteKeyServed();
      await expect(store().retireKey(1)).rejects.toMatchObject({ code: "BAD_REQUEST" });
      expect(await store().servedKeys()).toEqual([1]);
    });
  });
}
