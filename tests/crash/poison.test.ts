import { describe, expect, it } from "vitest";
import { chatsOf } from "./conversation.ts";
import { LONG, pause, SHAPES, type Shape, startFleet } from "./fleet.ts";
import { addRow } from "./table.ts";

const DEADLY_CHAT = 99_001;
const INNOCENTS = 10;
/** After this many attempts, a message becomes poison. */
const DEATHS = 5;

/** Over servers, the leases of five dead workers take two minutes to run out. */
const shapes: readonly Shape[] = LONG ? SHAPES : ["SQLite"];

describe.each(shapes)("over %s a message that kills its process", (shape) => {
  it("is the only poison: the messages in hand beside it are answered", { timeout: 600_000 }, async () => {
    const fleet = await startFleet(shape, { preload: ["preload/deadly-words.ts"] });
    try {
      const { telegram, processes } = fleet;
      const chats = chatsOf(INNOCENTS);
      const said = Promise.all([telegram.say(DEADLY_CHAT, "menu"), ...chats.map((chat) => telegram.say(chat, "halo"))]);
      let deaths = 0;
      while (telegram.sent(DEADLY_CHAT).length === 0) {
        const dead = processes.findIndex(({ child }) => child.signalCode === "SIGKILL");
        if (dead >= 0) {
          deaths += 1;
          expect(deaths).toBeLessThanOrEqual(DEATHS);
          await fleet.restart(dead).catch(() => undefined);
        }
        await pause(20);
      }
      await said;
      for (const chat of chats) {
        const [answer] = await telegram.waitFor(chat, 1, 120_000);
        expect(answer?.text).toContain("Halo, ini layanan");
      }
      expect(telegram.sent(DEADLY_CHAT).map(({ text }) => text)).toEqual([
        expect.stringContaining("Pengelola layanan akan memeriksanya"),
      ]);
      await fleet.settle(async (store) => {
        expect(await store.deadLetters(20)).toMatchObject([{ reason: "poison", attempts: DEATHS }]);
      });
      expect(deaths).toBe(DEATHS);
      addRow({
        drill: "one message that kills, among others",
        shape,
        done: { deaths, innocents: INNOCENTS, poison: 1 },
      });
    } finally {
      await fleet.close();
    }
  });
});
