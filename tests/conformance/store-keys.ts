import { describe, expect, it } from "vitest";
import type { StoreUnderTest } from "./store.ts";

export function keyCases(store: StoreUnderTest): void {
  describe("the record of served keys", () => {
    it("is empty before a start, and has the newest key after any number of starts", async () => {
      expect(await store().servedKeys()).toEqual([]);
      for (const _ of ["once", "again"]) await store().noteKeyServed();
      expect(await store().servedKeys()).toEqual([1]);
    });

    it("keeps the newest key", async () => {
      await store().noteKeyServed();
      await expect(store().retireKey(1)).rejects.toMatchObject({ code: "BAD_REQUEST" });
      expect(await store().servedKeys()).toEqual([1]);
    });
  });
}
