import { describe, expect, it } from "vitest";
import { areAnswered, chatOf, chatsOf, drawn, expectSettled, outcomeOf, scriptOf, talk } from "./conversation.ts";
import { type Fleet, LONG, pause, SHAPES, startFleet } from "./fleet.ts";
import { addRow } from "./table.ts";

const WEB = ["recordInbound"];
const WORK = ["reserveSerial", "commitTurn", "openSend", "closeSend", "send", "openTurn", "changeTicket"];
const pointsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => ["before", "after"].map((side) => `${name}:${side}`));

/** In ms: a process that is still alive after this time gets the next point. */
const PATIENCE = LONG ? 6_000 : 4_000;
const REST = LONG ? 1_500 : 200;
/** A rest ends after this time (ms), even with unanswered lines. */
const LONGEST_REST = { SQLite: 60_000, "MongoDB and Redis": REST } as const;
const LINES = 5;
const AT_ONCE = 4;
/** The most chats that may wait for answers. */
const BEHIND = LONG ? 300 : 80;

type Pair = readonly [first: string, second: string];
type Dying = { index: number; pairs: Pair[] };
type Deaths = { points: string[]; pairs: number };

/** Ends a process at each pair of points, and lets it answer after each pair. */
async function die(
  fleet: Fleet,
  { index, pairs }: Dying,
  random: () => number,
  rest: () => Promise<void>,
): Promise<Deaths> {
  const deaths: Deaths = { points: [], pairs: 0 };
  const isEnough = () => !LONG && deaths.points.length >= pairs.length;
  for (let left = pairs, round = 0; round < 2 && left.length > 0 && !(round > 0 && isEnough()); round += 1) {
    const missed: Pair[] = [];
    for (const pair of left) {
      const reached: string[] = [];
      for (const point of pair) if (await endsAt(fleet, index, point, random)) reached.push(point);
      deaths.points.push(...reached);
      if (reached.length === 2) deaths.pairs += 1;
      else missed.push(pair);
      await fleet.kill(index);
      await rest();
    }
    left = missed;
  }
  return deaths;
}

async function endsAt(fleet: Fleet, index: number, point: string, random: () => number): Promise<boolean> {
  await fleet.processes[index]?.kill();
  fleet.environment.SAPA_FAIL_POINT = `${point}:${1 + Math.floor(random() * 2)}`;
  const begun = performance.now();
  const starting = fleet.restart(index); // the child copies the environment in this call
  fleet.environment.SAPA_FAIL_POINT = "";
  const started = await starting.then(
    () => true,
    () => false, // the process may reach its point before it is ready
  );
  const patience = Math.max(PATIENCE, 2 * (performance.now() - begun));
  return !started || (await hasEnded(fleet, index, patience));
}

async function hasEnded(fleet: Fleet, index: number, patience: number): Promise<boolean> {
  for (const until = performance.now() + patience; performance.now() < until; await pause(20)) {
    if (fleet.processes[index]?.child.signalCode === "SIGKILL") return true;
  }
  return false;
}

function pairsOf(points: readonly string[], random: () => number): Pair[] {
  const drawn = [...points].sort(() => random() - 0.5);
  if (LONG) {
    return drawn.flatMap((first) => drawn.map((second): Pair => [first, second])).sort(() => random() - 0.5);
  }
  return drawn.flatMap((first, at): Pair[] => (at % 2 === 0 ? [[first, drawn[at + 1] ?? first]] : []));
}

function plan({ processes }: Fleet, random: () => number): Dying[] {
  const points = pointsOf(WORK);
  if (processes.length === 1) return [{ index: 0, pairs: pairsOf([...pointsOf(WEB), ...points], random) }];
  const shared = pairsOf(points, random);
  const workers = LONG ? [1] : [1, 2];
  return [
    { index: 0, pairs: pairsOf(pointsOf(WEB), random) },
    ...workers.map((index, at) => ({ index, pairs: shared.filter((_, one) => one % workers.length === at) })),
  ];
}

describe.each(SHAPES)("over %s nothing is lost when processes end", (shape) => {
  it("before and after every write, and several processes at the same time", { timeout: 5_400_000 }, async () => {
    const random = drawn(11);
    const fleet = await startFleet(shape, { preload: ["preload/fail-points.ts"] });
    try {
      const script = scriptOf(LINES);
      let isOver = false;
      let spoken = 0;
      let answered = 0;
      const taken = new Map<number, number>();
      const rest = async () => {
        const before = new Map(taken);
        const until = performance.now() + LONGEST_REST[shape];
        do await pause(REST);
        while (!areAnswered(fleet.telegram, before) && performance.now() < until);
      };
      const planned = plan(fleet, random);
      const dying = Promise.all(planned.map((one) => die(fleet, one, random, rest))).finally(() => {
        isOver = true;
      });
      const isAnswered = (chat: number) => fleet.telegram.sent(chat).length >= LINES;
      while (!isOver) {
        while (answered < spoken && isAnswered(chatOf(answered))) answered += 1;
        if (spoken - answered >= BEHIND) await pause(REST);
        else {
          await talk(fleet.telegram, chatsOf(spoken + AT_ONCE).slice(-AT_ONCE), script, () => 1, taken);
          spoken += AT_ONCE;
        }
      }
      const deaths = await dying;
      const outcome = await outcomeOf(fleet.telegram, chatsOf(spoken), script);
      await fleet.settle((store) => expectSettled(store, spoken));
      expect(outcome).toMatchObject({ lost: 0, appliedTwice: 0 });
      expect(outcome.doubled, "each marked as perhaps sent").toBeLessThanOrEqual(await fleet.unknowns());
      const reached = deaths.flatMap(({ points }) => points);
      const points = new Set(reached);
      const pairs = deaths.reduce((sum, one) => sum + one.pairs, 0);
      const wanted = planned.reduce((sum, one) => sum + one.pairs.length, 0);
      expect(points.size, `points reached: ${[...points]}`).toBeGreaterThan(5);
      const done = { deaths: reached.length, points: points.size, pairs, "pairs wanted": wanted };
      addRow({ drill: "ended at a point, two in a row", shape, done, ...outcome });
    } finally {
      await fleet.close();
    }
  });
});
