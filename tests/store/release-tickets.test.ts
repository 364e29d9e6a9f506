import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import mongoose from "mongoose";
import { expect, it } from "vitest";
import { searchWords } from "../../src/casework/search.ts";
import type { Ticket } from "../../src/casework/ticket.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { ticketsIn } from "../support/tickets.ts";

/** Release 0.1.0 wrote these tickets with the tests' keys. */
const FIXTURES = join(import.meta.dirname, "../fixtures");
const unpacked = (name: string, release = "release-2"): Buffer =>
  gunzipSync(readFileSync(join(FIXTURES, release, name)));
type Told = { number: string; state: string; text: string; person: object; mentioned: object[]; thread: string[] };
const told = JSON.parse(readFileSync(join(FIXTURES, "release-2/tickets.json"), "utf8")) as Told[];

/** Each round adds one part to the ticket. */
async function readParts(store: Store, round: number): Promise<void> {
  const old = (await store.ticket("LMG-26-000001-1"))?.parts ?? [];
  expect(old.map(({ office, outcome }) => [office, outcome])).toEqual(
    Array.from({ length: round }, () => ["disdukcapil", "done"]),
  );
  const stamp = { at: 9, by: "sari", text: "tolong dicek", office: "disdukcapil" as const };
  await store.changeTicket("LMG-26-000001-1", { ...stamp, type: "share", id: `later-share${round}` });
  const sight = { district: "lamongan", keys: ["q:lamongan/disdukcapil"] };
  const { heads } = await store.parts({ sight, office: "disdukcapil", limit: 9 });
  expect(heads.map(({ number }) => number)).toEqual(["LMG-26-000001-1"]);
  await store.changeTicket("LMG-26-000001-1", { ...stamp, type: "end-part", id: `later-end${round}`, outcome: "done" });
  expect((await store.parts({ sight, office: "disdukcapil", limit: 9 })).heads).toEqual([]);
}

async function readAll(store: Store, round: number): Promise<void> {
  for (const { thread, ...head } of told) {
    const { events = [], version = 0, ...ticket } = (await store.ticket(head.number)) ?? ({} as Partial<Ticket>);
    expect(ticket).toMatchObject(head);
    const before = events.filter(({ id }) => !id.startsWith("later"));
    expect(before.map(({ id, at, by, text }) => `${id} ${at} ${by} ${text}`)).toEqual(thread);
    expect(version, "at least one for each entry").toBeGreaterThanOrEqual(1 + events.length);
  }
  const heads = await ticketsIn(store);
  expect(heads.map(({ number, entries }) => [number, entries])).toEqual(
    told.map(({ number, thread }) => [
      number,
      thread.length + (number.endsWith("6-1") ? round : 0) + (number.endsWith("1-1") ? 2 * round : 0),
    ]),
  );
  const seenBy = async (...keys: string[]) =>
    (await store.list({ sight: { district: "lamongan", officer: "sari", keys }, limit: 9 })).heads.map(({ number }) =>
      number.slice(7, 13),
    );
  expect(await seenBy("a:lamongan/3524012001")).toEqual(["000006", "000001"]);
  expect(await seenBy("o:lamongan/sari")).toEqual(["000001"]);
  expect(await seenBy("s:lamongan"), "sari is barred").toEqual([]);
  expect([await seenBy("v:lamongan"), await seenBy("r:lamongan")]).toEqual([["000003"], ["000004"]]);
  expect(await seenBy("d:lamongan?"), "in doubt").toEqual(["000005"]);
  expect(await store.loads("lamongan", ["sari", "dina", "tono"])).toEqual({ sari: 1, dina: 1, tono: 1 });
  const search = { words: searchWords({ category: "card", person: { name: "Siti" } }) };
  const found = await store.find({ sight: { district: "lamongan", keys: ["d:lamongan"] }, search, limit: 9 });
  expect(found.heads.map(({ number }) => number)).toEqual(["LMG-26-000001-1"]);
  const [first] = await store.ticketsOf({ nik: "3524015206799901" });
  expect(first?.number).toBe("LMG-26-000001-1");
  const asked = await store.openQuestions(first?.conversation ?? "");
  expect(asked.map(({ number, text }) => [number, text])).toEqual([["LMG-26-000004-1", "kata q1"]]);
  const behind = (await store.changes(0, 99)).at(-1)?.seq ?? 0;
  const version = (await store.ticket("LMG-26-000006-1"))?.version ?? 0;
  const late = { type: "note" as const, id: "late", at: 8, by: "sari", text: "terlambat" };
  await expect(
    store.changeTicket("LMG-26-000001-1", late, undefined, { expect: 1 }),
    "entries without a version count too",
  ).rejects.toMatchObject({ code: "STALE", details: { since: expect.arrayContaining([expect.anything()]) } });
  const later = { type: "note" as const, id: `later${round}`, at: 9, by: "sari", text: "sesudahnya" };
  const changed = await store.changeTicket("LMG-26-000006-1", later, undefined, { expect: version });
  expect(changed.version).toBe(version + 1);
  expect(await store.changes(behind, 99)).toMatchObject([
    { seq: behind + 1, ticket: "LMG-26-000006-1", version: version + 1 },
  ]);
  await readParts(store, round);
}

it("tickets that release 0.1.0 wrote to SQLite open with all of their threads, and open again", async () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-tickets-"));
  const path = join(directory, "sapa.db");
  writeFileSync(path, unpacked("sapa.db.gz"));
  for (const round of [0, 1, 2]) {
    const store = await openSqlite(`sqlite:${path}`, storeOptions());
    await readAll(store, round);
    await store.close();
  }
  rmSync(directory, { recursive: true, force: true });
});

const RELEASES = [
  ["release 0.1.0", "release-2"],
  ["a state between 0.1.0 and 0.2.0", "release-3"],
] as const;

it.runIf(mongoUrl).each(RELEASES)(
  "tickets that %s wrote to MongoDB open with all of their threads, and open again",
  async (_, release) => {
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const connection = await mongoose.createConnection(database.url).asPromise();
    const dump = unpacked("mongo.json.gz", release).toString();
    for (const [name, docs] of Object.entries(
      mongoose.mongo.BSON.EJSON.parse(dump, { relaxed: false }) as Record<string, mongoose.mongo.Document[]>,
    )) {
      if (docs.length > 0) await connection.db?.collection(name).insertMany(docs);
    }
    for (const round of [0, 1, 2]) {
      const store = await openMongo(database.url, storeOptions());
      await readAll(store, round);
      await store.waiting(10); // this call moves the threads
      await store.close();
    }
    const inside = { $or: [{ entries: { $ne: null } }, { "arriving.0": { $exists: true } }] };
    expect(await connection.collection("ticket").countDocuments(inside)).toBe(0);
    const threads = told.reduce((sum, { thread }) => sum + thread.length, 0);
    expect(await connection.collection("entry").countDocuments(), "with three more a round").toBe(threads + 9);
    await connection.close();
    await database.drop();
  },
);
