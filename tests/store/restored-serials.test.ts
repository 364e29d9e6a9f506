import { randomBytes } from "node:crypto";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import mongoose from "mongoose";
import { afterEach, describe, expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { IN_USE, MOST_A_SECOND, skippedIn } from "../../src/store/serial-gap.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

const YEAR = 2026;
const HOUR = 3_600_000;

/** `age` makes the copy older, in ms. */
type Restorable = {
  name: string;
  open(): Promise<{
    store(): Store;
    keepCopy(): Promise<void>;
    putBack(age: number): Promise<void>;
    close(): Promise<void>;
  }>;
};

const sqlite: Restorable = {
  name: "SQLite",
  async open() {
    const folder = mkdtempSync(join(tmpdir(), "sapa-restored-"));
    const path = join(folder, "sapa.db");
    const kept = join(folder, "kept.db");
    const opened = () => openSqlite(`sqlite:${path}`, { ...storeOptions(), alone: true });
    let store = await opened();
    return {
      store: () => store,
      async keepCopy() {
        const db = new DatabaseSync(path);
        db.prepare("vacuum into ?").run(kept);
        db.close();
      },
      async putBack(age) {
        await store.close();
        for (const mark of ["", "-wal", "-shm"]) rmSync(`${path}${mark}`, { force: true });
        const copy = new DatabaseSync(kept);
        copy.prepare("vacuum into ?").run(path);
        copy.close();
        const db = new DatabaseSync(path);
        db.prepare("update meta set value = value - ? where name = ?").run(age, IN_USE);
        db.close();
        store = await opened();
      },
      async close() {
        await store.close();
        renameSync(folder, `${folder}-gone`);
        rmSync(`${folder}-gone`, { recursive: true });
      },
    };
  },
};

const mongo: Restorable = {
  name: "MongoDB",
  async open() {
    const database = await emptyDatabase(`sapa-restored-${randomBytes(4).toString("hex")}`);
    const connection = await mongoose.createConnection(database.url).asPromise();
    const kept = new Map<string, mongoose.mongo.Document[]>();
    const collections = ["meta", "serial", "reserved"].map((name) => connection.collection(name));
    let store = await openMongo(database.url, storeOptions());
    return {
      store: () => store,
      async keepCopy() {
        for (const one of collections) kept.set(one.collectionName, await one.find().toArray());
      },
      async putBack(age) {
        await store.close();
        for (const one of collections) {
          await one.deleteMany({});
          const documents = kept.get(one.collectionName) ?? [];
          if (documents.length > 0) await one.insertMany(documents);
        }
        await connection.collection("meta").updateOne({ _id: IN_USE as never }, { $inc: { value: -age } });
        store = await openMongo(database.url, storeOptions());
      },
      async close() {
        await store.close();
        await connection.close();
        await database.drop();
      },
    };
  },
};

describe.each([sqlite, ...(mongoUrl ? [mongo] : [])])("the serials of a restored store on $name", ({ open }) => {
  let restorable: Awaited<ReturnType<Restorable["open"]>>;
  afterEach(() => restorable.close());
  let keys = 0;
  const draw = (district = "jombang", year = YEAR) => restorable.store().reserveSerial(district, year, `key ${++keys}`);

  it("are given only once, although the same copy is put back three times", async () => {
    restorable = await open();
    const given = [await draw(), await draw()];
    await restorable.keepCopy();
    for (let restore = 1; restore <= 3; restore += 1) {
      for (let count = 0; count < 20; count += 1) given.push(await draw());
      await restorable.putBack(restore * HOUR);
    }
    given.push(await draw());
    expect(new Set(given).size, given.join()).toBe(given.length);
  });

  it("of a district and a year that the copy does not know are given only once", async () => {
    restorable = await open();
    await draw();
    await restorable.keepCopy();
    const given = [await draw("lamongan"), await draw("lamongan", new Date().getUTCFullYear())];
    await restorable.putBack(HOUR);
    const after = [await draw("lamongan"), await draw("lamongan", new Date().getUTCFullYear())];
    expect(given.filter((serial) => after.includes(serial))).toEqual([]);
  });

  it("move ahead once, at the first note that the store is in use", async () => {
    restorable = await open();
    const before = await draw();
    await restorable.keepCopy();
    await restorable.putBack(HOUR);
    expect(await restorable.store().noteUse()).toBeGreaterThanOrEqual(HOUR);
    expect(await restorable.store().noteUse()).toBe(0);
    const first = await draw();
    expect(first).toBeGreaterThan(before + 3_600 * MOST_A_SECOND);
    expect(await draw()).toBe(first + 1);
  });

  it("are given only once if the clock is behind the copy, and noteUse returns a negative age", async () => {
    restorable = await open();
    const given = [await draw()];
    await restorable.keepCopy();
    for (let restore = 1; restore <= 3; restore += 1) {
      for (let count = 0; count < 20; count += 1) given.push(await draw());
      await restorable.putBack(-restore * 24 * HOUR);
      const behind = await restorable.store().noteUse();
      expect(behind).toBeLessThan(-23 * HOUR);
      expect(await restorable.store().noteUse()).toBe(0);
    }
    given.push(await draw());
    expect(new Set(given).size, given.join()).toBe(given.length);
    expect(given.at(-1)).toBeGreaterThan(30 * 86_400 * MOST_A_SECOND);
    expect(given.at(-1)).toBeLessThan(999_999_999);
  });

  it("do not move ahead for a clock that is set back by seconds", async () => {
    restorable = await open();
    const first = await draw();
    await restorable.keepCopy();
    await restorable.putBack(-3_000);
    expect(await restorable.store().noteUse()).toBe(0);
    expect(await draw()).toBe(first + 1);
  });

  it("do not move ahead while the store is in use", async () => {
    restorable = await open();
    await restorable.store().noteUse();
    const first = await draw();
    await restorable.store().noteUse();
    expect([first, await draw()]).toEqual([1, 2]);
  });
});

describe("an SQLite file that is put back after some seconds", () => {
  it("gives no serial twice", async () => {
    const restorable = await sqlite.open();
    const key = (name: string) => restorable.store().reserveSerial("jombang", YEAR, name);
    await key("a");
    await restorable.keepCopy();
    const given = [await key("b"), await key("c")];
    await restorable.putBack(3_000);
    expect(given).not.toContain(await key("d"));
    await restorable.close();
  });
});

describe("an SQLite file in use while the machine's clock is set", () => {
  it("skips no serial", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sapa-clock-"));
    const path = join(folder, "sapa.db");
    const store = await openSqlite(`sqlite:${path}`, storeOptions());
    expect(await store.reserveSerial("jombang", YEAR, "a")).toBe(1);
    const db = new DatabaseSync(path);
    db.prepare("update meta set value = value - ? where name = ?").run(HOUR, IN_USE);
    db.close();
    expect(await store.reserveSerial("jombang", YEAR, "b")).toBe(2);
    await store.close();
    rmSync(folder, { recursive: true });
  });
});

describe("the serials that a gap skips", () => {
  const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });

  it("grow with the gap, and two gaps in a row skip at least as many as one gap of both, less one", () => {
    fc.assert(
      fc.property(moment, moment, moment, (...moments) => {
        const [a = 0, b = 0, c = 0] = moments.sort((one, other) => one - other);
        const skipped = (from: number, to: number) => skippedIn(2026, { from, to });
        expect(skipped(a, b)).toBeGreaterThanOrEqual(Math.floor(((b - a) / 1_000) * MOST_A_SECOND));
        expect(skipped(a, b) + skipped(b, c)).toBeGreaterThanOrEqual(skipped(a, c) - 1);
        expect(skipped(a, c)).toBeGreaterThanOrEqual(skipped(a, b));
      }),
    );
  });

  it("count only the part of the gap in this year", () => {
    const from = Date.UTC(2024, 5, 1);
    const to = Date.UTC(2026, 0, 2);
    expect(skippedIn(2026, { from, to })).toBeLessThan(3 * 86_400 * MOST_A_SECOND);
    expect(skippedIn(2026, { from: to, to: from })).toBe(0);
  });

  it("of a whole year's gap have nine digits at most", () => {
    const gap = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };
    expect(skippedIn(2026, gap) * 2).toBeLessThan(999_999_999);
  });
});
