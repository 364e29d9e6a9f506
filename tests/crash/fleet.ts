import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Redis } from "ioredis";
import mongoose from "mongoose";
import { expect, onTestFailed } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { freePort, type ServiceProcess, startProcess } from "../support/process.ts";
import { redisUrl } from "../support/redis.ts";
import { BOT } from "../support/runtime.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";

export type Shape = "SQLite" | "MongoDB and Redis";
export const SHAPES: readonly Shape[] = mongoUrl && redisUrl ? ["SQLite", "MongoDB and Redis"] : ["SQLite"];

/** tests/support/service-shapes.ts uses the Redis databases from 7 on. */
const REDIS_DB = 1 + (Number(process.env.VITEST_POOL_ID ?? 0) % 6);

/** After this time (ms), other workers have taken over every lease of a dead worker. */
const TAKEN_OVER = 120_000;

const LAST_WORDS = 4_000;

export const LONG = process.env.CRASH_LONG === "true";

type Options = {
  settings?: Record<string, string>;
  preload?: string[];
  latency?: number;
  storeUrl?: string;
  redis?: string;
  dataDir?: string;
};

export type Fleet = {
  telegram: Telegram;
  directory: string;
  environment: Record<string, string>;
  /** The web process is the first. */
  processes: ServiceProcess[];
  restart(index: number): Promise<void>;
  kill(index: number): Promise<void>;
  worker(random: () => number): number;
  waitUntilHandled(): Promise<void>;
  unknowns(): Promise<number>;
  /** Waits until no work is left, stops all processes and returns their exit codes. */
  settle(look: (store: Store) => Promise<void>): Promise<(number | null)[]>;
  close(): Promise<void>;
};

export async function startFleet(shape: Shape, options: Options = {}): Promise<Fleet> {
  const { settings = {}, preload = [], latency = 5 } = options;
  const many = shape === "MongoDB and Redis";
  const directory = options.dataDir ?? mkdtempSync(join(tmpdir(), "sapa-crash-"));
  const database =
    many && !options.storeUrl ? await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`) : undefined;
  const redisAt = options.redis ?? (many ? `${redisUrl}/${REDIS_DB}` : undefined);
  if (redisAt) {
    const redis = new Redis(redisAt);
    await redis.flushdb();
    redis.disconnect();
  }
  const storeUrl = options.storeUrl ?? database?.url ?? `sqlite:${join(directory, "sapa.db")}`;
  const telegram = await startTelegram({ ...BOT, latency, clock: 0.02 });
  const port = await freePort();
  telegram.setWebhook(`http://127.0.0.1:${port}/webhooks/telegram/lamongan`);
  const environment = {
    ...KEY_SETTINGS,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: directory,
    DISTRICTS: "lamongan",
    STORE_URL: storeUrl,
    ...(redisAt ? { REDIS_URL: redisAt } : {}),
    SEND_RATE: "0",
    SEND_RATE_CHAT: "0",
    TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
    NODE_OPTIONS: preload.map((one) => `--import ${join(import.meta.dirname, one)}`).join(" "),
    ...settings,
  };
  const start = (index: number) =>
    index === 0
      ? startProcess("src/main.ts", [], environment, /"listening"/)
      : startProcess(
          "workers/start.ts",
          [],
          { ...environment, DATA_DIR: join(directory, `worker-${index}`) },
          /"working"/,
        );
  const processes = await Promise.all((many ? [0, 1, 2] : [0]).map(start));
  let ends: unknown[] = [];
  onTestFailed(() => {
    for (const [index, { output }] of processes.entries()) {
      process.stderr.write(`\nprocess ${index}, ${ends[index]} at the end:\n${output().slice(-LAST_WORDS)}\n`);
    }
  });

  const openStore = many ? openMongo : openSqlite;
  let closed = false;
  const restart = async (index: number) => {
    const started = await start(index);
    if (closed) await started.kill();
    else processes[index] = started;
  };
  return {
    telegram,
    directory,
    environment,
    processes,
    restart,
    async kill(index) {
      await processes[index]?.kill();
      await restart(index);
    },
    worker: (random) => (many ? 1 + Math.floor(random() * 2) : 0),
    async waitUntilHandled() {
      const store = await openStore(storeUrl, storeOptions());
      try {
        await expectHandled(store);
      } finally {
        await store.close();
      }
    },
    unknowns: () => (many ? unknownsInMongo(storeUrl) : unknownsInSqlite(storeUrl)),
    async settle(look) {
      const store = await openStore(storeUrl, storeOptions());
      try {
        await expectHandled(store);
        const codes = await Promise.all(processes.map((one) => one.kill("SIGTERM")));
        await look(store);
        return codes;
      } finally {
        await store.close();
      }
    },
    async close() {
      closed = true;
      ends = processes.map(({ child }) => child.exitCode ?? child.signalCode ?? "running");
      await Promise.all(processes.map((one) => one.kill()));
      await telegram.close();
      await database?.drop();
      if (!options.dataDir) rmSync(directory, { recursive: true, force: true });
    },
  };
}

const expectHandled = (store: Store) =>
  expect
    .poll(() => store.waiting(10), { timeout: TAKEN_OVER, interval: 200 })
    .toMatchObject({ inbound: [], outbound: [] });

async function unknownsInSqlite(url: string): Promise<number> {
  const db = new DatabaseSync(url.slice("sqlite:".length), { readOnly: true });
  const row = db.prepare("select coalesce(sum(unknown), 0) as unknown from outbound").get();
  db.close();
  return Number(row?.unknown);
}

async function unknownsInMongo(url: string): Promise<number> {
  const connection = await mongoose.createConnection(url).asPromise();
  const all = await connection.db
    ?.collection("outbound")
    .find({}, { projection: { unknown: 1 } })
    .toArray();
  await connection.close();
  return (all ?? []).reduce((sum, { unknown }) => sum + Number(unknown), 0);
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
