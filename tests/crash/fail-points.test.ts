import { describe, expect, it } from "vitest";
import { chatOf, chatsOf, drawn, expectSettled, outcomeOf, scriptOf, talk } from "./conversation.ts";
import { type Fleet, LONG, pause, SHAPES, startFleet } from "./fleet.ts";
import { told } from "./table.ts";

/** Every write on a message's way, and the call to the platform. */
const WEB = ["recordInbound"];
const WORK = ["reserveSerial", "commitTurn", "openSend", "closeSend", "send", "openTurn", "changeTicket"];
const pointsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => ["before", "after"].map((side) => `${name}:${side}`));

/** A process that has not come to its point by then is given the next. */
const PATIENCE = 4_000;
const REST = LONG ? 3_000 : 200;
const LINES = 5;
/** Chats that talk at once. */
const AT_ONCE = 4;
/** Chats that may wait for answers: what dies all the time answers little, and a backlog would only be waited for. */
const BEHIND = 300;

type Dying = { index: number; points: string[] };

/** Starts a process again at each of its points, one after the other; resolves with the points that were reached. */
async function die(fleet: Fleet, { index, points }: Dying, random: () => number): Promise<string[]> {
  const reached: string[] = [];
  for (const point of points) {
    await fleet.processes[index]?.kill();
    fleet.environment.SAPA_FAIL_POINT = `${point}:${1 + Math.floor(random() * 4)}`;
    const starting = fleet.restart(index); // reads its environment before anything else can change it
    fleet.environment.SAPA_FAIL_POINT = "";
    const started = await starting.then(
      () => true,
      () => false, // it may come to its point before it says that it is ready
    );
    if (!started || (await hasEnded(fleet, index))) reached.push(point);
    if (reached.length % 2 === 0) {
      // Five perhaps-sent attempts of one reply are its last: two deaths in a row, then some life.
      await fleet.kill(index);
      await pause(REST);
    }
  }
  fleet.environment.SAPA_FAIL_POINT = "";
  await fleet.kill(index);
  return reached;
}

async function hasEnded(fleet: Fleet, index: number): Promise<boolean> {
  for (const until = performance.now() + PATIENCE; performance.now() < until; await pause(20)) {
    if (fleet.processes[index]?.child.signalCode === "SIGKILL") return true;
  }
  return false;
}

/** The points in an order drawn by the seed; over the long form every point comes after every other. */
function ordered(points: readonly string[], random: () => number): string[] {
  const rounds = LONG ? points.length : 1;
  return Array.from({ length: rounds }, () => [...points].sort(() => random() - 0.5)).flat();
}

/** Over one process every point; over three the web process has its own, and in the short form each worker half of theirs. */
function plan({ processes }: Fleet, random: () => number): Dying[] {
  const points = pointsOf(WORK);
  if (processes.length === 1) return [{ index: 0, points: ordered([...pointsOf(WEB), ...points], random) }];
  const half = (side: string) => (LONG ? points : points.filter((point) => point.endsWith(side)));
  return [
    { index: 0, points: ordered(pointsOf(WEB), random) },
    { index: 1, points: ordered(half("before"), random) },
    { index: 2, points: ordered(half("after"), random) },
  ];
}

describe.each(SHAPES)("over %s nothing is lost when processes end", (shape) => {
  it("before and after every write, several at once", { timeout: 1_800_000 }, async () => {
    const random = drawn(11);
    const fleet = await startFleet(shape, { preload: ["preload/fail-points.ts"] });
    try {
      const script = scriptOf(LINES);
      let done = false;
      const dying = Promise.all(plan(fleet, random).map((one) => die(fleet, one, random))).finally(() => {
        done = true;
      });
      let spoken = 0;
      let answered = 0;
      const isAnswered = (chat: number) => fleet.telegram.sent(chat).length >= LINES;
      while (!done) {
        while (answered < spoken && isAnswered(chatOf(answered))) answered += 1;
        if (spoken - answered >= BEHIND) await pause(REST);
        else {
          await talk(fleet.telegram, chatsOf(spoken + AT_ONCE).slice(-AT_ONCE), script);
          spoken += AT_ONCE;
        }
      }
      const reached = (await dying).flat();
      const outcome = await outcomeOf(fleet.telegram, chatsOf(spoken), script);
      await fleet.settle((store) => expectSettled(store, spoken));
      expect(outcome).toMatchObject({ lost: 0, appliedTwice: 0 });
      expect(outcome.doubled, "each marked as perhaps sent").toBeLessThanOrEqual(await fleet.unknowns());
      const points = new Set(reached);
      expect(points.size, `points reached: ${[...points]}`).toBeGreaterThan(5);
      told({ drill: "ended at a point", shape, done: { deaths: reached.length, points: points.size }, ...outcome });
    } finally {
      await fleet.close();
    }
  });
});
