import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { freePort } from "../support/process.ts";
import { startRedisServer } from "../support/redis-server.ts";
import { chatsOf, expectSettled, outcomeOf, scriptOf, talk } from "./conversation.ts";
import { type Fleet, LONG, pause, SHAPES, startFleet } from "./fleet.ts";
import { addRow } from "./table.ts";

const CHATS = LONG ? 200 : 30;
const LINES = LONG ? 25 : 5;
const AWAY = LONG ? 60_000 : 3_000;

const hasRedisServer = (process.env.PATH ?? "").split(delimiter).some((one) => existsSync(join(one, "redis-server")));
const hasServers = SHAPES.length > 1;

async function drill(fleet: Fleet, name: string, trouble: () => Promise<Record<string, number>>): Promise<void> {
  const chats = chatsOf(CHATS);
  const script = scriptOf(LINES);
  const said = talk(fleet.telegram, chats, script);
  await pause(300);
  const done = await trouble();
  await said;
  const outcome = await outcomeOf(fleet.telegram, chats, script);
  await fleet.settle((store) => expectSettled(store, CHATS));
  expect(outcome).toMatchObject({ lost: 0, appliedTwice: 0 });
  addRow({ drill: name, shape: fleet.processes.length > 1 ? "MongoDB and Redis" : "SQLite", done, ...outcome });
}

type RedisServer = Awaited<ReturnType<typeof startRedisServer>>;
const redisDrills: [string, (redis: RedisServer) => Promise<Record<string, number>>][] = [
  [
    "emptied, three times",
    async (redis) => {
      for (const _ of [1, 2, 3]) {
        await redis.command("FLUSHALL");
        await pause(AWAY / 6);
      }
      return { times: 3 };
    },
  ],
  [
    "killed and started again",
    async (redis) => {
      await redis.kill();
      await pause(AWAY);
      await redis.start();
      return { seconds: AWAY / 1_000 };
    },
  ],
  [
    "frozen",
    async (redis) => {
      redis.pause();
      await pause(AWAY);
      redis.resume();
      return { seconds: AWAY / 1_000 };
    },
  ],
  [
    "out of memory",
    async (redis) => {
      await redis.command("CONFIG", "SET", "maxmemory", "1");
      await pause(AWAY);
      await redis.command("CONFIG", "SET", "maxmemory", "0");
      return { seconds: AWAY / 1_000 };
    },
  ],
];

describe.skipIf(!hasServers || !hasRedisServer)("a Redis that is", { timeout: 600_000 }, () => {
  it.each(redisDrills)("%s delays, and loses nothing", async (name, trouble) => {
    const redis = await startRedisServer();
    const fleet = await startFleet("MongoDB and Redis", { redis: redis.url });
    try {
      await drill(fleet, `Redis ${name}`, () => trouble(redis));
    } finally {
      redis.resume();
      await fleet.close();
      await redis.close();
    }
  });
});

const STAND_IN = join(import.meta.dirname, "../../../shared/mongo/mongo");
const run = promisify(execFile);

/** The stand-in also takes the next port, which another program may have. */
async function startMongoServer(tries = 5): ReturnType<typeof startedMongoServer> {
  try {
    return await startedMongoServer();
  } catch (error) {
    if (tries <= 1) throw error;
    return startMongoServer(tries - 1);
  }
}

async function startedMongoServer() {
  const directory = mkdtempSync(join(tmpdir(), "sapa-mongo-"));
  const where = ["--port", String(await freePort()), "--dir", directory];
  const call = (command: string) => run(STAND_IN, [command, ...where]);
  const { stdout } = await call("start");
  const url = new URL(stdout.trim());
  url.pathname = `/sapa-${randomBytes(4).toString("hex")}`;
  return {
    url: url.href,
    call,
    async close() {
      await call("kill").catch(() => undefined);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

describe.skipIf(!hasServers || !existsSync(STAND_IN))("a MongoDB that is", { timeout: 900_000 }, () => {
  it.each([
    ["killed with -9 and started again", "kill", "start"],
    ["frozen", "pause", "resume"],
  ])("%s delays, and loses nothing", async (name, away, back) => {
    const mongo = await startMongoServer();
    const fleet = await startFleet("MongoDB and Redis", { storeUrl: mongo.url });
    try {
      await drill(fleet, `MongoDB ${name}`, async () => {
        await mongo.call(away);
        await pause(AWAY);
        await mongo.call(back);
        return { seconds: AWAY / 1_000 };
      });
    } finally {
      await mongo.call("resume").catch(() => undefined);
      await fleet.close();
      await mongo.close();
    }
  });
});
