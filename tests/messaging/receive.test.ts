import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChannelEvent } from "../../src/channels/channel.ts";
import { openHolds } from "../../src/messaging/account-holds.ts";
import { type Receiving, receiveEvents, recordEvents } from "../../src/messaging/receive.ts";
import { openSpool } from "../../src/messaging/spool.ts";
import { openActivity } from "../../src/observability/activity.ts";
import { openInlineQueue } from "../../src/queue/inline.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { storeOptions, testVault } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { METER } from "../support/messaging.ts";

const silent = () => {};
let directory: string;
let store: Store;
let trouble: "none" | "refuses" | "hangs";
let messaging: Receiving;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "sapa-spool-"));
  store = await openSqlite("sqlite::memory:", storeOptions());
  trouble = "none";
  const troubled: Store = {
    ...store,
    async recordInbound(messages) {
      if (trouble === "refuses") throw new AppError("STORE_UNAVAILABLE", "gone");
      if (trouble === "hangs") return new Promise(() => {});
      return store.recordInbound(messages);
    },
  };
  messaging = {
    store: troubled,
    queue: openInlineQueue(silent),
    log: silent,
    meter: METER,
    activity: openActivity(store),
    holds: openHolds({ store: troubled, log: silent }),
    answering: { isInThisProcess: () => false, take: silent },
  };
});

afterEach(async () => {
  await store.close();
  chmodSync(directory, 0o700);
  rmSync(directory, { recursive: true, force: true });
});

const event = (text: string): ChannelEvent => ({ type: "message", message: inbound(someone(), text) });
const textOf = (one: ChannelEvent): string =>
  one.type === "message" && one.message.content.type === "text" ? one.message.content.text : "";
/** With these options, a process gives no sign of life, like a dead process. */
const DEAD = { orphanedAfter: 600_000 };
const pending = async () => (await store.waiting(100)).inbound.length;
const files = () => readdirSync(directory);

describe("receive", () => {
  it("keeps messages in the store while the store is there", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    await receiveEvents(messaging, spool, [event("satu"), event("dua")]);
    expect([await pending(), spool.holding, files()]).toEqual([2, false, []]);
  });

  it.each(["refuses", "hangs"] as const)("spools when the store %s, and replays in order", async (how) => {
    const spool = await openSpool(directory, testVault(), silent);
    trouble = how;
    await receiveEvents(messaging, spool, [event("satu")]);
    expect(spool.holding).toBe(true);
    trouble = "none";
    await receiveEvents(messaging, spool, [event("dua")]);
    expect(await pending(), "newer ones queue behind").toBe(0);
    const order: string[] = [];
    await spool.replay(async (events) => {
      order.push(...events.map(textOf));
      await recordEvents(messaging, events);
    });
    expect([order, await pending(), spool.holding, files()]).toEqual([["satu", "dua"], 2, false, []]);
  });

  it("keeps the spool while the store refuses it", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    trouble = "refuses";
    await receiveEvents(messaging, spool, [event("satu")]);
    await expect(spool.replay((events) => recordEvents(messaging, events))).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
    });
    expect(spool.holding).toBe(true);
    trouble = "none";
    await spool.replay((events) => recordEvents(messaging, events));
    expect(await pending()).toBe(1);
  });

  it("answers 503 if neither store nor spool can be written", async () => {
    writeFileSync(join(directory, "not-a-folder"), "");
    const spool = await openSpool(join(directory, "not-a-folder"), testVault(), silent);
    trouble = "refuses";
    await expect(receiveEvents(messaging, spool, [event("satu")])).rejects.toMatchObject({
      code: "SPOOL_UNAVAILABLE",
      status: 503,
    });
  });

  it("records a message once even if it was spooled twice", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    const again = event("satu");
    trouble = "refuses";
    await receiveEvents(messaging, spool, [again]);
    await receiveEvents(messaging, spool, [again]);
    trouble = "none";
    await spool.replay((events) => recordEvents(messaging, events));
    expect(await pending()).toBe(1);
  });
});

describe("spool", () => {
  it("holds no readable text", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    await spool.append([event("NIK saya 3524015206799901")]);
    expect(readFileSync(join(directory, files()[0] ?? ""), "latin1")).not.toContain("3524015206799901");
  });

  it("leaves out an incomplete record at the end", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    await spool.append([event("satu")]);
    appendFileSync(join(directory, files()[0] ?? ""), Buffer.from([0, 0, 1, 0, 1, 2]));
    const replayed: ChannelEvent[] = [];
    await spool.replay(async (events) => void replayed.push(...events));
    expect(replayed).toHaveLength(1);
  });

  it("puts a record that no key opens aside, and replays the others", async () => {
    mkdirSync(directory, { recursive: true });
    const spool = await openSpool(directory, testVault(), silent);
    await spool.append([event("satu")]);
    const path = join(directory, files()[0] ?? "");
    const bytes = readFileSync(path);
    await spool.append([event("dua")]);
    const whole = readFileSync(path);
    whole[8 + 20] = (whole[8 + 20] ?? 0) ^ 1; // inside the first sealed value
    const { crc32 } = await import("node:zlib");
    whole.writeUInt32BE(crc32(whole.subarray(8, bytes.length)), 4);
    writeFileSync(path, whole);
    const replayed: ChannelEvent[] = [];
    await spool.replay(async (events) => void replayed.push(...events));
    expect(replayed).toHaveLength(1);
    expect(files()).toEqual([expect.stringMatching(/\.unreadable$/)]);
  });

  it("of a process without signs of life is taken over by one other process", async () => {
    const gone = await openSpool(directory, testVault(), silent, DEAD);
    await gone.append([event("satu")]);
    const others = await Promise.all(
      [1, 2].map(() => openSpool(directory, testVault(), silent, { orphanedAfter: 50 })),
    );
    const adopted: ChannelEvent[] = [];
    const take = async (events: ChannelEvent[]) => void adopted.push(...events);
    await Promise.all(others.map((spool) => spool.replay(take)));
    expect(adopted, "it may still live").toHaveLength(0);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await Promise.all(others.map((spool) => spool.replay(take)));
    expect(adopted).toHaveLength(1);
    expect(files()).toEqual([]);
  });

  it("of a stopped process is replayed by the next process without a wait, before newer messages", async () => {
    const stopped = await openSpool(directory, testVault(), silent);
    for (const text of ["satu", "dua"]) await stopped.append([event(text)]);
    await stopped.close();
    const next = await openSpool(directory, testVault(), silent);
    await receiveEvents(messaging, next, [event("tiga")]);
    expect(await pending(), "it queues behind").toBe(0);
    const order: string[] = [];
    await next.replay(async (events) => void order.push(...events.map(textOf)));
    expect([order, next.holding, files()]).toEqual([["satu", "dua", "tiga"], false, []]);
  });

  it("of a killed process is replayed before the messages of the next process", async () => {
    const killed = await openSpool(directory, testVault(), silent, DEAD);
    await killed.append([event("satu")]);
    const next = await openSpool(directory, testVault(), silent, { orphanedAfter: 50 });
    expect(next.holding).toBe(true);
    await next.append([event("dua")]);
    const order: string[] = [];
    const replay = () => next.replay(async (events) => void order.push(...events.map(textOf)));
    await replay();
    expect(order, "it may still live").toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await replay();
    expect([order, next.holding, files()]).toEqual([["satu", "dua"], false, []]);
  });

  it("of another process that is not replayed delays newer messages only for a limited time", async () => {
    const other = await openSpool(directory, testVault(), silent, { orphanedAfter: 50 });
    await other.append([event("satu")]);
    const spool = await openSpool(directory, testVault(), silent, { patience: 50 });
    await spool.append([event("dua")]);
    const order: string[] = [];
    await expect
      .poll(async () => {
        await spool.replay(async (events) => void order.push(...events.map(textOf)));
        return order;
      })
      .toEqual(["dua"]);
    expect(spool.holding).toBe(false);
  });

  it("of a running process is not taken over", async () => {
    const alive = await openSpool(directory, testVault(), silent, { orphanedAfter: 200 });
    await alive.append([event("satu")]);
    const other = await openSpool(directory, testVault(), silent, { orphanedAfter: 600 });
    const adopted: ChannelEvent[] = [];
    for (let look = 0; look < 10; look += 1) {
      await alive.replay(() => Promise.reject(new AppError("STORE_UNAVAILABLE", "gone"))).catch(() => undefined);
      await other.replay(async (events) => void adopted.push(...events));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(adopted).toEqual([]);
  });

  it("accepts messages while the store hangs, and replays all in order and in batches", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    const texts = Array.from({ length: 250 }, (_, index) => String(index));
    const [first = "", ...others] = texts;
    await spool.append([event(first)]);
    const brought: string[][] = [];
    let goOn = () => {};
    const hangs = new Promise<void>((resolve) => (goOn = resolve));
    const replay = spool.replay(async (events) => {
      brought.push(events.map(textOf));
      if (brought.length === 1) await hangs;
    });
    await expect.poll(() => brought.length).toBe(1);
    for (const text of others) await spool.append([event(text)]);
    expect([brought.length, spool.holding]).toEqual([1, true]);
    goOn();
    await replay;
    expect(brought.map(({ length }) => length)).toEqual([1, 100, 100, 49]);
    expect([brought.flat(), spool.holding, files()]).toEqual([texts, false, []]);
  });

  it("replays a moved address at its place among the messages", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    const moved: ChannelEvent = { type: "moved", contact: someone(), address: "elsewhere" };
    for (const one of [event("satu"), event("dua"), moved, event("tiga")]) await spool.append([one]);
    const brought: string[][] = [];
    await spool.replay(async (events) => void brought.push(events.map(({ type }) => type)));
    expect(brought).toEqual([["message", "message"], ["moved"], ["message"]]);
  });

  it("refuses to write into a file that another process has taken over", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    await spool.append([event("satu")]);
    rmSync(join(directory, files()[0] ?? ""));
    await expect(spool.append([event("dua")])).rejects.toMatchObject({ code: "SPOOL_UNAVAILABLE" });
    await spool.append([event("tiga")]);
    expect(files()).toHaveLength(1);
    const replayed: ChannelEvent[] = [];
    await spool.replay(async (events) => void replayed.push(...events));
    expect([replayed.length, spool.holding], "what was adopted is the other's to bring").toEqual([1, false]);
  });

  it("keeps `holding` true while a write fails", async () => {
    const spool = await openSpool(directory, testVault(), silent);
    await spool.append([event("satu")]);
    const path = join(directory, files()[0] ?? "");
    copyFileSync(path, join(directory, "copy"));
    renameSync(join(directory, "copy"), path);
    let failed = false;
    const write = spool.append([event("dua")]).catch(() => (failed = true));
    const held: boolean[] = [];
    while (!failed) {
      held.push(spool.holding);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await write;
    expect(new Set(held)).toEqual(new Set([true]));
    expect(spool.holding).toBe(true);
  });
});
