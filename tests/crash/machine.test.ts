import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyDatabase } from "../support/mongo.ts";
import { openRelay, type Relay } from "../support/relay.ts";
import { chatsOf, drawn, expectSettled, outcomeOf, scriptOf, talk } from "./conversation.ts";
import { type Fleet, LONG, pause, SHAPES, startFleet } from "./fleet.ts";
import { addRow } from "./table.ts";

const CHATS = LONG ? 200 : 30;

describe.each(SHAPES)("over %s, on a machine whose", { timeout: 600_000 }, (shape) => {
  it("clock steps by an hour, forward and back, nothing is lost; with a kill in between", async () => {
    const random = drawn(13);
    const fleet = await startFleet(shape, { preload: ["preload/clock-steps.ts"] });
    try {
      const chats = chatsOf(CHATS);
      const script = scriptOf(LONG ? 25 : 9);
      const said = talk(fleet.telegram, chats, script);
      await pause(2_500);
      await fleet.kill(fleet.worker(random));
      await said;
      const outcome = await outcomeOf(fleet.telegram, chats, script);
      await fleet.settle((store) => expectSettled(store, CHATS));
      expect(outcome).toMatchObject({ lost: 0, appliedTwice: 0 });
      addRow({ drill: "clock stepping by an hour, each second", shape, done: { kills: 1 }, ...outcome });
    } finally {
      await fleet.close();
    }
  });
});

function smallDisk(megabytes: number): { path: string; remove(): void } | undefined {
  const path = mkdtempSync(join(tmpdir(), "sapa-small-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path], { stdio: "ignore" });
  } catch {
    rmSync(path, { recursive: true, force: true });
    return undefined;
  }
  return {
    path,
    remove() {
      execFileSync("umount", ["-l", path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
const trial = smallDisk(1);
trial?.remove();

type SpoolTrouble = {
  name: string;
  before(path: string): void;
  during(path: string): Promise<void>;
  after(path: string): void;
};
const remount = (path: string, how: "ro" | "rw") =>
  execFileSync("mount", ["-o", `remount,${how}`, path], { stdio: "ignore" });
const ballastOn = (path: string) => join(path, "ballast");
const spoolTroubles: SpoolTrouble[] = [
  {
    name: "full",
    before: () => undefined,
    async during(path) {
      await expect.poll(() => spooled(path), { timeout: 30_000 }).toBeGreaterThan(0);
      fill(ballastOn(path));
    },
    after: (path) => unlinkSync(ballastOn(path)),
  },
  {
    name: "read-only",
    before: (path) => remount(path, "ro"),
    during: async () => undefined,
    after: (path) => remount(path, "rw"),
  },
];

describe.skipIf(!trial)("a disk that takes nothing", { timeout: 300_000 }, () => {
  it("refuses messages with 503, and loses no message that it took", async () => {
    const disk = smallDisk(24);
    if (!disk) throw new Error("no small disk after all");
    const fleet = await startFleet("SQLite", { dataDir: disk.path });
    try {
      const chats = chatsOf(CHATS);
      const script = scriptOf(5);
      const said = talk(fleet.telegram, chats, script);
      await pause(300);
      const ballast = join(disk.path, "ballast");
      fill(ballast);
      const probe = 99_001;
      const refused = fleet.telegram.say(probe, "halo");
      await expect.poll(() => fleet.telegram.stats().statuses[503] ?? 0, { timeout: 30_000 }).toBeGreaterThan(0);
      unlinkSync(ballast);
      await Promise.all([said, refused]);
      const outcome = await outcomeOf(fleet.telegram, chats, script);
      await fleet.telegram.waitFor(probe, 1, 30_000);
      await fleet.settle((store) => expectSettled(store, CHATS));
      expect(outcome).toMatchObject({ lost: 0, appliedTwice: 0 });
      const refusals = fleet.telegram.stats().statuses[503] ?? 0;
      addRow({ drill: "disk full", shape: "SQLite", done: { refusals }, ...outcome });
    } finally {
      await fleet.close();
      disk.remove();
    }
  });

  it.skipIf(SHAPES.length === 1).each(spoolTroubles)(
    "while the store is away and the spool is $name: refuses with 503, and takes it all when both are back",
    async ({ name, before, during, after }) => {
      const disk = smallDisk(1);
      if (!disk) throw new Error("no small disk after all");
      try {
        await withStoreAway(`store away and spool ${name}`, 5, { dataDir: disk.path }, async ({ telegram }, mongo) => {
          before(disk.path);
          mongo.cut();
          await during(disk.path);
          await expect.poll(() => telegram.stats().statuses[503] ?? 0, { timeout: 30_000 }).toBeGreaterThan(0);
          after(disk.path);
          mongo.resume();
          return () => ({ refusals: telegram.stats().statuses[503] ?? 0 });
        });
      } finally {
        disk.remove();
      }
    },
  );
});

describe.skipIf(SHAPES.length === 1)("a web process that spools", { timeout: 300_000 }, () => {
  it("is killed, and its successor stores the spooled messages before new messages", () =>
    withStoreAway("store away, then killed while it spools", LONG ? 25 : 9, {}, async (fleet, mongo) => {
      mongo.cut();
      await expect.poll(() => spooled(fleet.directory), { timeout: 30_000 }).toBeGreaterThan(0);
      await fleet.processes[0]?.kill();
      mongo.resume();
      await fleet.restart(0);
      return () => ({ kills: 1 });
    }));
});

async function withStoreAway(
  drill: string,
  lines: number,
  options: { dataDir?: string },
  trouble: (fleet: Fleet, mongo: Relay) => Promise<() => Record<string, number>>,
): Promise<void> {
  const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
  const mongo = await openRelay(database.url, 27_017);
  const fleet = await startFleet("MongoDB and Redis", { ...options, storeUrl: mongo.url });
  try {
    const chats = chatsOf(CHATS);
    const script = scriptOf(lines);
    const said = talk(fleet.telegram, chats, script);
    await pause(300);
    const done = await trouble(fleet, mongo);
    await said;
    const outcome = await outcomeOf(fleet.telegram, chats, script);
    await fleet.settle((store) => expectSettled(store, CHATS));
    expect(outcome).toMatchObject({ lost: 0, appliedTwice: 0 });
    addRow({ drill, shape: "MongoDB and Redis", done: done(), ...outcome });
  } finally {
    await fleet.close();
    await mongo.close();
    await database.drop();
  }
}

const spooled = (path: string): number => {
  const directory = join(path, "spool");
  if (!existsSync(directory)) return 0;
  return readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
};

function fill(path: string): void {
  for (const size of [1 << 20, 1 << 12]) {
    try {
      for (let at = 0; at < 4_096; at += 1) writeFileSync(path, Buffer.alloc(size), { flag: "a" });
    } catch {} // the disk is meant to be full
  }
}
