import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JobName, Queue } from "../../src/queue/jobs.ts";

type Opened = { queue: Queue; failures: [JobName, unknown][]; close(): Promise<void> };

export function queueConformance(name: string, open: () => Promise<Opened>): void {
  describe(`queue ${name}`, () => {
    let opened: Opened;
    const seen: string[] = [];
    beforeEach(async () => {
      seen.length = 0;
      opened = await open();
    });
    afterEach(() => opened.close());
    const heard = (count: number) => vi.waitFor(() => expect(seen).toHaveLength(count), 5_000);

    it("wakes a worker, with the id and nothing else", async () => {
      opened.queue.work({ inbound: async (job) => void seen.push(JSON.stringify(job)) });
      await opened.queue.wake("inbound", { conversation: "a" });
      await heard(1);
      expect(seen).toEqual(['{"conversation":"a"}']);
    });

    it("keeps a wake-up until a worker starts", async () => {
      await opened.queue.wake("complaints", { number: "LMG-26-000001-1" });
      opened.queue.work({ complaints: async ({ number }) => void seen.push(number) });
      await heard(1);
    });

    it("keeps a wake-up for a job that a worker is handling", async () => {
      let release = () => {};
      const first = new Promise<void>((resolve) => (release = resolve));
      opened.queue.work({
        inbound: async ({ conversation }) => {
          seen.push(conversation);
          if (seen.length === 1) await first;
        },
      });
      await opened.queue.wake("inbound", { conversation: "a" });
      await heard(1);
      await opened.queue.wake("inbound", { conversation: "a" });
      release();
      await heard(2);
    });

    it("wakes after the delay that the caller gives", async () => {
      opened.queue.work({ outbound: async ({ conversation }) => void seen.push(conversation) });
      await opened.queue.wake("outbound", { conversation: "later" }, { delay: 300 });
      await opened.queue.wake("outbound", { conversation: "now" });
      await heard(2);
      expect(seen).toEqual(["now", "later"]);
    });

    it("wakes for citizens' replies before mass notices", async () => {
      for (let index = 0; index < 5; index += 1) {
        await opened.queue.wake("outbound", { conversation: `mass-${index}` }, { low: true });
      }
      await opened.queue.wake("outbound", { conversation: "reply" });
      opened.queue.work({
        outbound: async ({ conversation }) => void seen.push(conversation),
      });
      await heard(6);
      expect(seen[0]).toBe("reply");
    });

    it("reports failed work, and goes on", async () => {
      opened.queue.work({
        inbound: async ({ conversation }) => {
          if (conversation === "bad") throw new Error("no");
          seen.push(conversation);
        },
      });
      await opened.queue.wake("inbound", { conversation: "bad" });
      await opened.queue.wake("inbound", { conversation: "good" });
      await heard(1);
      await vi.waitFor(() => expect(opened.failures).toHaveLength(1));
      opened.queue.run("outbound", async () => {
        throw new Error("no");
      });
      await vi.waitFor(() => expect(opened.failures.map(([job]) => job)).toEqual(["inbound", "outbound"]));
    });

    it("paces a key: a burst, then one after the other", async () => {
      const waits = [];
      for (let index = 0; index < 5; index += 1)
        waits.push(await opened.queue.pace([{ key: "chat x", rate: 1, burst: 3 }]));
      expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
      expect(waits[3]).toBeGreaterThan(500);
      expect(await opened.queue.pace([{ key: "chat y", rate: 1, burst: 3 }])).toBe(0);
      expect(await opened.queue.pace([{ key: "chat x", rate: 0, burst: 3 }]), "lifted").toBe(0);
    });

    it("gives a place under several rates, or under none of them", async () => {
      const one = (key: string) => ({ key, rate: 1, burst: 1 });
      expect(await opened.queue.pace([one("chat a"), one("account")])).toBe(0);
      expect(await opened.queue.pace([one("chat b"), one("account")])).toBeGreaterThan(500);
      expect(await opened.queue.pace([one("chat b")]), "nothing was taken of what was free").toBe(0);
    });

    it("announces to each listener until the listener stops", async () => {
      const stop = opened.queue.onAnnounce((conversation) => seen.push(conversation));
      await vi.waitFor(() => {
        opened.queue.announce("a");
        expect(seen.length).toBeGreaterThan(0);
      }, 3_000);
      stop();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const before = seen.length;
      opened.queue.announce("b");
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(seen).toHaveLength(before);
    });

    it("knows its depth", async () => {
      expect((await opened.queue.depth()).inbound).toBe(0);
      await opened.queue.wake("inbound", { conversation: "a" });
      expect((await opened.queue.depth()).inbound).toBe(1);
      await opened.queue.check();
    });

    it("waits for running work when it closes, but not longer than its grace", async () => {
      let done = false;
      opened.queue.run("inbound", async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        done = true;
      });
      await opened.queue.close(5_000);
      expect(done).toBe(true);
    });
  });
}
