import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { chatsOf, drawn, expectSettled, outcomeOf, scriptOf, talk } from "./conversation.ts";
import { type Fleet, LONG, pause, SHAPES, type Shape, startFleet } from "./fleet.ts";
import { addRow } from "./table.ts";

const SEED = Number(process.env.CRASH_SEED ?? 7);
const IN_HAND = 64 + 512;

/** After more kills in a row, a message would become poison. */
const KILLS_IN_A_ROW = 4;

type Drill = {
  name: string;
  shapes?: Shape[];
  chats: number;
  lines: number;
  trouble(fleet: Fleet, random: () => number, talking: () => boolean): Promise<Record<string, number>>;
  /** Replies that may come twice for each kill. */
  inHand: number;
};

const drills: Drill[] = [
  {
    name: "killed with -9 at random, the web process now and then, Redis emptied",
    chats: LONG ? 200 : 40,
    lines: LONG ? 50 : 5,
    inHand: IN_HAND,
    async trouble(fleet, random, talking) {
      const done = { kills: 0, webKills: 0, flushes: 0 };
      const inOneProcess = fleet.processes.length === 1;
      while (talking() || done.kills < (LONG ? 20 : 3)) {
        await pause(200 + random() * (LONG ? 2_800 : 300));
        if (inOneProcess && done.kills > 0 && done.kills % KILLS_IN_A_ROW === 0) await fleet.waitUntilHandled();
        await fleet.kill(fleet.worker(random));
        done.kills += 1;
        if (done.kills % 3 === 2 && !inOneProcess) {
          await fleet.kill(0);
          done.webKills += 1;
          const redis = new Redis(String(fleet.environment.REDIS_URL));
          await redis.flushdb();
          redis.disconnect();
          done.flushes += 1;
        }
      }
      return done;
    },
  },
  {
    name: "asked to stop and started again, over and over",
    chats: LONG ? 200 : 40,
    lines: LONG ? 50 : 5,
    inHand: 0,
    async trouble(fleet, random, talking) {
      const done = { stops: 0 };
      while (talking() || done.stops < 3) {
        await pause(LONG ? 30_000 : 1_500);
        const index = Math.floor(random() * fleet.processes.length);
        expect(await fleet.processes[index]?.kill("SIGTERM"), "a stop is a clean one").toBe(0);
        await fleet.restart(index);
        done.stops += 1;
      }
      return done;
    },
  },
];

describe.each(SHAPES)("over %s nothing is lost or applied twice", (shape) => {
  it.each(drills)("$name", { timeout: 900_000 }, async ({ name, chats: count, lines, trouble, inHand }) => {
    const random = drawn(SEED);
    const fleet = await startFleet(shape);
    try {
      const chats = chatsOf(count);
      const script = scriptOf(lines);
      let talking = true;
      const said = talk(fleet.telegram, chats, script).finally(() => {
        talking = false;
      });
      const done = await trouble(fleet, random, () => talking);
      await said;
      const outcome = await outcomeOf(fleet.telegram, chats, script);
      const codes = await fleet.settle((store) => expectSettled(store, count));
      expect(codes, "a stop is a clean one").toEqual(codes.map(() => 0));
      expect(outcome).toMatchObject({ lost: 0, appliedTwice: 0 });
      const kills = (done.kills ?? 0) + (done.webKills ?? 0);
      expect(outcome.doubled, "cut off while being sent").toBeLessThanOrEqual(kills * inHand);
      const unknowns = await fleet.unknowns();
      expect(outcome.doubled, "each of them marked as perhaps sent").toBeLessThanOrEqual(unknowns);
      addRow({ drill: name, shape, done: { ...done, unknowns }, ...outcome });
    } finally {
      await fleet.close();
    }
  });
});
