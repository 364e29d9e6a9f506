import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChangeDoc, TicketDoc } from "../../src/store/mongo/collections.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

const numbered = (no: number): string => `LMG-26-${String(no).padStart(6, "0")}-1`;
const draft = (no: number) => ({
  number: numbered(no),
  district: "lamongan",
  category: "card" as const,
  text: "kartu hilang",
  person: {},
  locale: "id",
  openedAt: 1,
});
const note = (id: string) => ({ type: "note" as const, id, at: 2, by: "sari", text: "catatan" });

let first: Store;
let second: Store;
let connection: mongoose.Connection;
let close: () => Promise<void>;
beforeEach(async () => {
  if (!mongoUrl) return;
  const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
  first = await openMongo(database.url, storeOptions());
  second = await openMongo(database.url, storeOptions());
  connection = await mongoose.createConnection(database.url).asPromise();
  close = async () => {
    await connection.close();
    await Promise.all([first.close(), second.close()]);
    await database.drop();
  };
});
afterEach(async () => mongoUrl && close());

const log = () => connection.collection<ChangeDoc>("change");
const tickets = () => connection.collection<TicketDoc>("ticket");
const logged = async () => (await first.changes(0, 1_000)).map(({ seq, ticket, version }) => [seq, ticket, version]);

/** Undoes the newest log entry, as if the process had died before it. */
async function dieBeforeTheLog(): Promise<void> {
  const [last] = await log().find().sort({ _id: -1 }).limit(1).toArray();
  if (!last) throw new Error("nothing was logged");
  const { _id, ...change } = last;
  await log().deleteOne({ _id });
  await tickets().updateOne({ _id: change.ticket }, { $push: { unlogged: { ...change, at: 1 } } });
}

describe.runIf(mongoUrl)("the log of changes on MongoDB", () => {
  it("gets the change of a dead process after all changes that a reader has read by then", async () => {
    await first.openTicket(draft(1));
    await first.changeTicket(numbered(1), note("1"));
    await dieBeforeTheLog();
    await second.openTicket(draft(2));
    expect(await logged()).toEqual([
      [1, numbered(1), 1],
      [2, numbered(2), 1],
    ]);
    await Promise.all([first.waiting(10), second.waiting(10)]);
    await second.waiting(10);
    expect(await first.changes(2, 9)).toMatchObject([{ seq: 3, ticket: numbered(1), version: 2 }]);
    expect(await tickets().countDocuments({ "unlogged.0": { $exists: true } })).toBe(0);
  });

  it("keeps the order of one ticket's changes if the next change comes before the sweeper", async () => {
    await first.openTicket(draft(1));
    await first.changeTicket(numbered(1), note("1"));
    await dieBeforeTheLog();
    await second.changeTicket(numbered(1), note("2"));
    expect(await logged()).toEqual([1, 2, 3].map((version) => [version, numbered(1), version]));
  });

  it("has a change once if its process died between the log and the ticket", async () => {
    await first.openTicket(draft(1));
    const [change] = await log().find().toArray();
    const { _id, ...rest } = change as ChangeDoc;
    await tickets().updateOne({ _id: rest.ticket }, { $push: { unlogged: { ...rest, at: 1 } } });
    await Promise.all([first.waiting(10), second.waiting(10), second.changeTicket(numbered(1), note("1"))]);
    expect(await logged()).toEqual([
      [1, numbered(1), 1],
      [2, numbered(1), 2],
    ]);
    expect(await tickets().countDocuments({ "unlogged.0": { $exists: true } })).toBe(0);
  });

  it("has no gap and loses no change when two processes write at the same time", async () => {
    await Promise.all([1, 2, 3].map((no) => first.openTicket(draft(no))));
    await Promise.all(
      [first, second].flatMap((store, process) =>
        [1, 2, 3].flatMap((no) =>
          Array.from({ length: 4 }, (_, at) => store.changeTicket(numbered(no), note(`${process}-${at}`))),
        ),
      ),
    );
    const all = await logged();
    expect(all.map(([seq]) => seq)).toEqual(Array.from({ length: 27 }, (_, at) => at + 1));
    for (const no of [1, 2, 3])
      expect(all.flatMap(([, ticket, version]) => (ticket === numbered(no) ? [version] : []))).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9,
      ]);
  });
});
