import { describe, expect, it } from "vitest";
import { inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { opened } from "./store-steps.ts";

export function sealingCases(store: StoreUnderTest): void {
  describe("sealed values", () => {
    it("are counted by place under the only key, and none needs to be sealed again", async () => {
      const { conversation } = await opened(store(), inbound(someone(), "halo"), ["ya"]);
      const about = { district: "lamongan", category: "card" as const, text: "x", person: {}, locale: "id" };
      await store().openTicket({ ...about, number: "LMG-26-000001-1", openedAt: 1, conversation });
      await store().keepFile("LMG-26-000001-1-f1", Buffer.from("foto"));
      let count = 0;
      for (const place of await store().sealedPlaces()) {
        const { 1: own = 0, ...others } = await store().countSealed(place);
        expect(others, place).toEqual({});
        count += own;
        for (let after: string | undefined, more = true; more; ) {
          const { resealed, left, next } = await store().resealSome(place, after, 10);
          expect([resealed, left], place).toEqual([0, 0]);
          more = next !== undefined;
          after = next;
        }
      }
      expect(count, "session, contact, messages, ticket and file").toBeGreaterThanOrEqual(5);
    });
  });
}
