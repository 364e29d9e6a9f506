import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { mongo } from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RowDoc } from "../../src/store/mongo/collections.ts";
import { buildGeneration } from "../../src/store/mongo/generation.ts";
import { rangesOf } from "../../src/store/mongo/walk-rows.ts";
import type { PreparedRow } from "../../src/store/ports/register.ts";
import { testVault } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

const vault = testVault();
const PART = 25;
const PEOPLE = 400;

describe("ranges of blind indexes", () => {
  const size = fc.integer({ min: 1, max: 20_000_000 });

  it("hold every string exactly once, in ascending order", () => {
    fc.assert(
      fc.property(size, fc.string(), (count, text) => {
        const ranges = rangesOf(count, 10_000);
        const holding = ranges.filter(({ $gte = "", $lt }) => $gte <= text && ($lt === undefined || text < $lt));
        expect(holding).toHaveLength(1);
        expect(ranges.slice(1).map(({ $gte }) => $gte)).toEqual(ranges.slice(0, -1).map(({ $lt }) => $lt));
      }),
    );
  });

  it("each hold about the wanted number of indexes", () => {
    const indexes = Array.from({ length: 50_000 }, (_, at) => vault.index("nik", String(at)));
    const held = rangesOf(indexes.length, 1_000).map(
      ({ $gte = "", $lt = "~" }) => indexes.filter((index) => $gte <= index && index < $lt).length,
    );
    expect(held).toHaveLength(50);
    expect(Math.max(...held)).toBeLessThan(1_300);
  });
});

if (mongoUrl) {
  describe("a generation over MongoDB", { timeout: 60_000 }, () => {
    let database: Awaited<ReturnType<typeof emptyDatabase>>;
    let client: mongo.MongoClient;
    let sorted: mongo.Document[];
    beforeEach(async () => {
      database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
      sorted = [];
      client = new mongo.MongoClient(database.url, { monitorCommands: true });
      client.on("commandStarted", ({ commandName, command }) => {
        if (commandName === "find" && command.sort && command.filter.n?.$in === undefined) sorted.push(command);
      });
    });
    afterEach(async () => {
      await client.close();
      await database.drop();
    });

    const row = (nik: number, says: string): PreparedRow => ({
      nik: vault.index("nik", String(nik)),
      kk: nik % 5 === 0 ? null : vault.index("kk", String(nik)),
      hash: vault.index("row", `${nik} ${says}`),
      sealed: new Uint8Array([nik % 256]),
    });
    const people = (says: string, from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => row(from + at, says));

    async function build(name: string, rows: PreparedRow[], live?: mongo.Collection<RowDoc>) {
      const collection = client.db().collection<RowDoc>(name);
      const counted = live && { rows: live, count: await live.countDocuments() };
      const generation = await buildGeneration(collection, counted, PART);
      await generation.add(rows);
      return { collection, generation };
    }

    async function mostSorted(): Promise<number> {
      const counts = [];
      for (const { find, filter } of sorted) counts.push(await client.db().collection(find).countDocuments(filter));
      return Math.max(...counts);
    }

    it("sorts no whole list in one statement", async () => {
      const old = await build("old", people("old", 0, PEOPLE));
      const shared = people("again", 10, 40);
      const rows = [...people("old", 100, PEOPLE), ...people("new", PEOPLE, PEOPLE + 50), ...shared, ...shared];
      const { generation } = await build("new", [...rows, ...people("other", 10, 40)], old.collection);

      expect(await generation.dropRepeated()).toBe(shared.length);
      expect(await generation.crowdedNumbers("nik", 1)).toEqual(shared.map(({ nik }) => nik).sort());
      const cards = shared.flatMap(({ kk }) => (kk === null ? [] : [kk]));
      expect(await generation.crowdedNumbers("kk", 1)).toEqual(cards.sort());
      const niks: string[] = [];
      for (let after = ""; ; after = niks.at(-1) ?? "") {
        const found = await generation.sharedNiks(after, 7);
        if (found.length === 0) break;
        niks.push(...found.map(({ nik }) => nik));
      }
      expect(niks).toEqual(shared.flatMap(({ nik }) => [nik, nik]).sort());
      expect(await generation.compare()).toEqual({
        ...{ rows: 410, added: 50, removed: 70, changed: 60, unchanged: 300 },
        ...{ people: 400, peopleGone: 70 },
      });
      expect(await mostSorted()).toBeLessThan(3 * PART);
    });
  });
}
