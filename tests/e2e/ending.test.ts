import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { freePort } from "../support/process.ts";
import { type Group, startGroup } from "../support/process-group.ts";
import { redisUrl } from "../support/redis.ts";
import { BOT } from "../support/runtime.ts";
import { readUnit, workingDirectory } from "../support/systemd-unit.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";

const root = join(import.meta.dirname, "../..");
const unit = readUnit("sapa-bansos.service");
const NPM_START = ["npm", "--silent", "start"];
/** In ms: supervisors wait this long for a stop. */
const PATIENCE = 20_000;

let directory: string;
let telegram: Telegram;
let settings: Record<string, string>;
const groups: Group[] = [];

function start(command: string[], stdout?: string): Group {
  const group = startGroup(command, {
    cwd: workingDirectory(unit),
    env: { ...settings, HOME: directory },
    ...(stdout ? { stdout } : {}),
  });
  groups.push(group);
  return group;
}

const gone = (group: Group) => expect.poll(group.isAlive, { timeout: PATIENCE, interval: 50 }).toBe(false);

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "sapa-ending-"));
  telegram = await startTelegram({ ...BOT, latency: 30, clock: 0.02 });
  const port = await freePort();
  telegram.setWebhook(`http://127.0.0.1:${port}/webhooks/telegram/lamongan`);
  settings = {
    ...KEY_SETTINGS,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: join(directory, "data"),
    DISTRICTS: "lamongan",
    SEND_RATE: "0",
    SEND_RATE_CHAT: "0",
    TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
  };
});

afterEach(async () => {
  for (const group of groups.splice(0)) group.signalAll("SIGKILL");
  await telegram.close();
  rmSync(directory, { recursive: true, force: true });
});

describe("a signal ends the service, and no accepted message is lost", () => {
  it.each([
    ["the unit's ExecStart", "SIGTERM", unit.command],
    ["the unit's ExecStart", "SIGINT", unit.command],
    ["the unit's ExecStart", "SIGHUP", unit.command],
    ["npm start", "SIGTERM", NPM_START],
    ["npm start", "SIGINT", NPM_START],
  ] as [string, NodeJS.Signals, string[]][])("%s, %s to that process alone", async (_, signal, command) => {
    const group = start(command);
    await group.until(/"listening"/);
    const chats = Array.from({ length: 40 }, (_, index) => 7_000 + index);
    const said = Promise.all(chats.map((chat) => telegram.say(chat, "halo")));
    await telegram.waitFor(chats[3] ?? 0, 1);
    group.child.kill(signal);
    expect(await group.ended, group.output()).toBe(0);
    await gone(group);
    const again = start(unit.command);
    await again.until(/"listening"/);
    await said;
    for (const chat of chats) expect(await telegram.waitFor(chat, 1, PATIENCE)).toHaveLength(1);
    again.child.kill("SIGTERM");
    expect(await again.ended).toBe(0);
    for (const chat of chats) expect(telegram.sent(chat)).toHaveLength(1);
  });

  it("Ctrl+C at a terminal reaches every process at once, and npm passes it on again", async () => {
    const group = start(NPM_START);
    await group.until(/"listening"/);
    group.signalAll("SIGINT");
    expect(await group.ended, group.output()).toBe(0);
    await gone(group);
  });

  it.each(["SIGHUP", "SIGKILL"] as const)("after npm ends by %s, the service ends too", async (signal) => {
    const group = start(NPM_START);
    await group.until(/"listening"/);
    group.child.kill(signal);
    expect(await group.ended).toBe(signal);
    await gone(group);
    expect(group.output()).toMatch(/"reason":"npm is gone".*"stopping"/);
  });

  it("a connection without a request does not delay the end", async () => {
    const group = start(unit.command);
    await group.until(/"listening"/);
    const silent = connect(Number(settings.PORT), "127.0.0.1");
    await once(silent, "connect");
    group.child.kill("SIGTERM");
    expect(await group.ended, group.output()).toBe(0);
    silent.destroy();
  });

  it("a log that cannot be written does not end the service", async () => {
    const group = start(unit.command, "/dev/full");
    await telegram.say(7_100, "halo");
    expect(await telegram.waitFor(7_100, 1, PATIENCE)).toHaveLength(1);
    group.child.kill("SIGTERM");
    expect(await group.ended).toBe(0);
  });
});

const worker = readUnit("sapa-bansos-worker@.service", "1");

/** This suite uses the last database of Redis. */
if (mongoUrl && redisUrl) {
  describe("a signal ends a worker", { timeout: 60_000 }, () => {
    let database: Awaited<ReturnType<typeof emptyDatabase>>;
    beforeEach(async () => {
      database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
      const WORKER_PORT = String(await freePort());
      Object.assign(settings, { STORE_URL: database.url, REDIS_URL: `${redisUrl}/15`, WORKER_PORT });
    });
    afterEach(() => database.drop());

    it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
      "the unit's ExecStart, %s in the middle of its work",
      async (signal) => {
        const service = start(unit.command);
        await service.until(/"listening"/);
        const first = start(worker.command);
        await first.until(/"working"/);
        const chats = Array.from({ length: 20 }, (_, index) => 7_200 + index);
        const said = Promise.all(chats.map((chat) => telegram.say(chat, "halo")));
        await telegram.waitFor(chats[3] ?? 0, 1);
        first.child.kill(signal);
        expect(await first.ended, first.output()).toBe(0);
        await gone(first);
        const second = start(worker.command);
        await second.until(/"working"/);
        await said;
        for (const chat of chats) expect(await telegram.waitFor(chat, 1, PATIENCE)).toHaveLength(1);
        for (const group of [second, service]) {
          group.child.kill("SIGTERM");
          expect(await group.ended).toBe(0);
        }
        for (const chat of chats) expect(telegram.sent(chat)).toHaveLength(1);
      },
    );

    it("a worker records that it was started with the newest key, as the service does", async () => {
      const group = start(worker.command);
      await group.until(/"working"/);
      const store = await openMongo(database.url, storeOptions());
      expect(await store.servedKeys()).toEqual([1]);
      await store.close();
      group.child.kill("SIGTERM");
      expect(await group.ended).toBe(0);
    });
  });
}

describe("the units of deploy/", () => {
  it("start what `npm start` and `npm run workers` start, with the Node of the release", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const [node, ...args] = unit.command;
    expect(node).toBe(join(root, "node_modules/.bin/node"));
    expect(["exec", "node", ...args].join(" ")).toBe(scripts.start);
    expect(["exec", "node", ...worker.command.slice(1)].join(" ")).toBe(scripts.workers);
  });

  it("differ only in the started program and in a worker's port", () => {
    const own = /^(Description|ExecStart|Environment)$/;
    const common = ({ settings }: typeof unit) => settings.filter(([name]) => !own.test(name));
    expect(common(worker)).toEqual(common(unit));
    expect(worker.setting("Environment")).toBe("WORKER_PORT=3101");
  });

  it("give a stop enough time, and do not restart after a wrong setting", () => {
    expect(Number(unit.setting("TimeoutStopSec")) * 1_000).toBeGreaterThanOrEqual(PATIENCE);
    expect(unit.setting("RestartPreventExitStatus")).toBe("2");
  });
});
