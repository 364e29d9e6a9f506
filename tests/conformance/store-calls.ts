import { describe, expect, it } from "vitest";
import { followCalls } from "../../src/casework/desk/follow-calls.ts";
import { deskWith, officer } from "../support/danger-desk.ts";
import type { StoreUnderTest } from "./store.ts";

const SWEEPERS = 4;

export function callCases(store: StoreUnderTest): void {
  describe("a call for somebody in danger", () => {
    it.each([
      { others: [], alarm: "no officer could be told that somebody is in danger" },
      { others: ["uci"], alarm: "an officer could not be told that somebody is in danger" },
    ])(
      "alarms the operators once if no officer hears it, even if several processes follow it",
      async ({ others, alarm }) => {
        const ids = ["ani", ...others];
        const staff = ids.map((id) => officer(id));
        const { messaging, open, deliver, alarms } = await deskWith(staff, ids, { store: store() });
        await open("urgent-private");
        await deliver("ani", "failed");
        await Promise.all(Array.from({ length: SWEEPERS }, () => followCalls(messaging)));
        expect(alarms()).toEqual(["somebody is in danger", alarm]);
        await followCalls(messaging);
        expect(alarms()).toHaveLength(2);
      },
    );
  });
}
