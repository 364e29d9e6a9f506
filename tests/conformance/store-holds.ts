import { describe, expect, it } from "vitest";
import type { Receipt } from "../../src/vocabulary/message.ts";
import { stages } from "../support/messaging.ts";
import type { StoreUnderTest } from "./store.ts";

/** A status that one process receives must stop all processes. */
export function holdCases(store: StoreUnderTest): void {
  const process = async (own = store()) => {
    let ahead = 0;
    const { messaging, channel, lines } = await stages({ store: own, now: () => performance.now() + ahead });
    const { holds } = messaging;
    const says = (state: Receipt["state"], code?: "CHANNEL_STOPPED" | "CHANNEL_BUSY") =>
      holds.noteReceipt({
        channel: channel.name,
        account: channel.account,
        outboundId: "chat.1",
        state,
        at: Date.now(),
        ...(code ? { error: { code, platformCode: 131_042 } } : {}),
      });
    const waitASecond = () => {
      ahead += 1_001;
    };
    return { held: async () => (await holds.findHold(channel))?.code, says, lines, waitASecond };
  };
  /** The test cannot move the store's clock, so it ends the rest itself. */
  const restsNoMore = () => store().clearCounts(["account-rests:webchat lamongan"]);

  describe("accounts held by a status", () => {
    it("stopped: no process sends, then all processes together try one message, until a status says that messages arrive", async () => {
      const [web, worker, other] = [await process(), await process(), await process()];
      expect([await worker.held(), await other.held()]).toEqual([undefined, undefined]);
      await web.says("failed", "CHANNEL_STOPPED");
      for (const one of [worker, other]) one.waitASecond();
      expect([await web.held(), await worker.held(), await other.held()]).toEqual(Array(3).fill("CHANNEL_STOPPED"));

      await restsNoMore();
      for (const one of [worker, other]) one.waitASecond();
      const tries = [await worker.held(), await other.held(), await worker.held(), await other.held()];
      expect(tries.filter((code) => code === undefined)).toHaveLength(1);

      await other.says("delivered");
      for (const one of [worker, other]) one.waitASecond();
      expect([await worker.held(), await other.held()]).toEqual([undefined, undefined]);
      expect(other.lines.filter(({ fields }) => fields.alarm === "outage-over")).toHaveLength(1);
    });

    it("an older message that arrives does not free the account", async () => {
      const [web, worker] = [await process(), await process()];
      await web.says("failed", "CHANNEL_STOPPED");
      await worker.says("read");
      expect(await worker.held()).toBe("CHANNEL_STOPPED");
    });

    it("slowed down: other processes rest as long as the one that got the status", async () => {
      const [web, worker] = [await process(), await process()];
      for (const _ of Array(4)) await web.says("failed", "CHANNEL_BUSY");
      expect(await web.held()).toBe("CHANNEL_BUSY");
      expect(await worker.held()).toBe("CHANNEL_BUSY");
    });

    it("a store that does not answer holds no account", async () => {
      const web = await process({ ...store(), count: () => Promise.reject(new Error("away")) });
      expect(await web.held()).toBeUndefined();
    });
  });
}
