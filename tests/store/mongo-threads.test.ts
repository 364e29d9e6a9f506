import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TicketEvent } from "../../src/casework/ticket.ts";
import { openVault } from "../../src/privacy/vault.ts";
import type { Entry, EntryDoc, TicketDoc } from "../../src/store/mongo/collections.ts";
import { storeEntries } from "../../src/store/mongo/entries.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import { FORM } from "../../src/store/mongo/migrations.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { KEYS, storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

/** In this form, the database keeps threads inside tickets. */
const BEFORE_THREADS = 5;
const NUMBER = "LMG-26-000001-1";
const START = Date.UTC(2026, 10, 23, 3);
const draft = (number = NUMBER) => ({
  number,
  district: "lamongan",
  category: "card" as const,
  text: "kartu hilang",
  person: {},
  locale: "id",
  openedAt: START,
});
const note = (no: number): TicketEvent => ({
  type: "note",
  id: `n${no}`,
  at: START + no,
  by: "sari",
  text: `catatan ${no}`,
});
const added = { type: "add" as const, id: "a1", at: START + 2, by: "citizen", text: "rahasia saya" };
const takenBack = { ...added, type: "take-back" as const, id: "w1", text: "", of: START + 2 };
const WHOLE = ["n1 catatan 1", "a1 ", "n3 catatan 3", "w1 "];

let first: Store;
let second: Store;
let url: string;
let connection: mongoose.Connection;
let close: () => Promise<void>;
beforeEach(async () => {
  if (!mongoUrl) return;
  const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
  url = database.url;
  first = await openMongo(url, storeOptions());
  second = await openMongo(url, storeOptions());
  connection = await mongoose.createConnection(url).asPromise();
  close = async () => {
    await connection.close();
    await Promise.all([first.close(), second.close()]);
    await database.drop();
  };
});
afterEach(async () => mongoUrl && close());

const tickets = () => connection.collection<TicketDoc>("ticket");
const entries = () => connection.collection<EntryDoc>("entry");
const meta = () => connection.collection<{ _id: string; value: string | number }>("meta");
const threadIn = async (store: Store, number = NUMBER) =>
  (await store.ticket(number))?.events.map(({ id, text }) => `${id} ${text}`);
async function pages(store: Store): Promise<string[]> {
  const first = await store.thread(NUMBER, { limit: 2 });
  const rest = first?.next === undefined ? undefined : await store.thread(NUMBER, { after: first.next, limit: 9 });
  return [...(first?.entries ?? []), ...(rest?.entries ?? [])].map(({ id, text }) => `${id} ${text}`);
}
const arriving = async () => (await tickets().findOne({ _id: NUMBER }))?.arriving ?? [];
const named = ({ _id: name, ...entry }: EntryDoc): Entry => ({ name, ...entry });

async function writeThread(): Promise<void> {
  await first.openTicket(draft());
  for (const event of [note(1), added, note(3), takenBack]) await first.changeTicket(NUMBER, event);
}

async function withoutLastChange(change: () => Promise<void>): Promise<{ before: EntryDoc[]; after: EntryDoc[] }> {
  const before = await entries().find().sort({ _id: 1 }).toArray();
  await change();
  return { before, after: await entries().find().sort({ _id: 1 }).toArray() };
}

/** `stored` chooses the entries that the dead process had stored. */
async function dieOnTheWay(stored: (fresh: EntryDoc[]) => EntryDoc[]): Promise<void> {
  await first.openTicket(draft());
  for (const event of [note(1), added, note(3)]) await first.changeTicket(NUMBER, event);
  const { before, after } = await withoutLastChange(async () => void (await first.changeTicket(NUMBER, takenBack)));
  const [{ _id, ...change } = { _id: 0 }] = await connection.collection("change").find().sort({ _id: -1 }).toArray();
  const fresh = after.filter(({ revision }) => revision === 5);
  expect(fresh.map((one) => one._id)).toEqual([`${NUMBER}/1`, `${NUMBER}/3`]);
  await entries().deleteMany({});
  const there = stored(fresh);
  await entries().insertMany([...before.filter((one) => !there.some(({ _id: id }) => id === one._id)), ...there]);
  await tickets().updateOne(
    { _id: NUMBER },
    { $push: { arriving: { $each: fresh.map(named) }, unlogged: { ...change, at: 1 } as never } },
  );
}

describe.runIf(mongoUrl)("threads on MongoDB", () => {
  it("lie in documents of their own, and the ticket's document holds no entry", async () => {
    await writeThread();
    expect(await tickets().findOne({ _id: NUMBER })).toMatchObject({ entries: null, arriving: [], length: 4 });
    const lying = await entries().find().sort({ _id: 1 }).toArray();
    expect(lying.map(({ _id, revision }) => `${_id} ${revision}`)).toEqual(
      [2, 5, 4, 5].map((revision, no) => `${NUMBER}/${no} ${revision}`),
    );
    const { vault } = storeOptions();
    const open = lying.map(({ _id, sealed }) => JSON.stringify(vault.open(sealed, `entry ${_id}`)));
    expect(open.join(), "what was taken back").not.toContain("rahasia");
  });

  describe.each<{ label: string; stored: (fresh: EntryDoc[]) => EntryDoc[] }>([
    { label: "before it stored any entry", stored: () => [] },
    { label: "when it had stored what it rewrote", stored: (fresh) => fresh.slice(0, 1) },
    { label: "when it had stored what it added", stored: (fresh) => fresh.slice(1) },
    { label: "when it had stored all", stored: (fresh) => fresh },
  ])("whose process died $label", ({ stored }) => {
    it("are read whole before the sweeper moves them, and after", async () => {
      await dieOnTheWay(stored);
      expect(await threadIn(second)).toEqual(WHOLE);
      expect(await pages(second)).toEqual(WHOLE);
      await Promise.all([first.waiting(10), second.waiting(10)]);
      expect([await arriving(), await entries().countDocuments()]).toEqual([[], 4]);
      expect(await threadIn(first)).toEqual(WHOLE);
    });

    it("are moved by the next change", async () => {
      await dieOnTheWay(stored);
      await second.changeTicket(NUMBER, note(5));
      expect([await arriving(), await entries().countDocuments()]).toEqual([[], 5]);
      expect(await threadIn(first)).toEqual([...WHOLE, "n5 catatan 5"]);
    });
  });

  it("keep an entry's newest form if a delayed process stores an older form", async () => {
    await first.openTicket(draft());
    await first.changeTicket(NUMBER, note(1));
    await first.changeTicket(NUMBER, added);
    const old = (await entries().find().toArray()).map(named);
    await first.changeTicket(NUMBER, note(3));
    await first.changeTicket(NUMBER, takenBack);
    await storeEntries({ entry: entries() as never }, old);
    expect(await threadIn(first)).toEqual(WHOLE);
  });

  it("are read without a gap and without a double while another process writes", async () => {
    await first.openTicket(draft());
    let isWriting = true;
    const write = async () => {
      for (let no = 1; no <= 30; no += 1) {
        await first.changeTicket(NUMBER, { ...added, id: `a${no}`, at: START + no });
        if (no % 3 === 0)
          await first.changeTicket(NUMBER, { ...takenBack, id: `w${no}`, at: START + no, of: START + no });
      }
      isWriting = false;
    };
    const read = async () => {
      for (let known = 0; isWriting; ) {
        const ticket = await second.ticket(NUMBER);
        const { events = [], version = 0 } = ticket ?? {};
        expect(events.map((event) => event.version)).toEqual(events.map((_, no) => no + 2));
        expect(version).toBe(events.length + 1);
        expect(events.length).toBeGreaterThanOrEqual(known);
        const gone = new Set(events.flatMap((one) => (one.type === "take-back" ? [one.of] : [])));
        for (const one of events) if (one.type === "add") expect(one.text === "").toBe(gone.has(one.at));
        known = events.length;
      }
    };
    await Promise.all([write(), read(), read()]);
    expect((await second.ticket(NUMBER))?.events).toHaveLength(40);
  });

  it("of an earlier release that become shorter leave no entry after their end", async () => {
    const { vault } = storeOptions();
    await first.openTicket(draft());
    const remind = (no: number) => ({ type: "remind", id: `r${no}`, at: START + no, by: "system", text: "" });
    const late = [1, 2, 3, 4].map((no) => ({ ...remind(no), due: START, late: true }));
    const old = [...late, { ...note(9), text: "rahasia" }].map((event, no) => ({
      name: `${NUMBER}/${no}`,
      sealed: vault.seal(event, `entry ${NUMBER}/${no}`),
    }));
    await tickets().updateOne({ _id: NUMBER }, { $set: { entries: old, length: 5 } });
    const again = { ...remind(10), due: START, late: true } as TicketEvent;
    expect((await second.changeTicket(NUMBER, again)).events.map(({ id }) => id)).toEqual(["r1", "n9", "r10"]);
    expect(await threadIn(first)).toEqual(["r1 ", "n9 rahasia", "r10 "]);
    const behind = await entries()
      .find({ _id: { $in: [`${NUMBER}/3`, `${NUMBER}/4`] } })
      .toArray();
    expect(behind.map(({ _id, sealed }) => vault.open(sealed, `entry ${_id}`))).toEqual([null, null]);
    await second.changeTicket(NUMBER, note(11));
    expect(await threadIn(first)).toEqual(["r1 ", "n9 rahasia", "r10 ", "n11 catatan 11"]);
  });

  it("that have lost an entry show the other entries, in order, also after the next change", async () => {
    await writeThread();
    await entries().deleteOne({ _id: `${NUMBER}/1` });
    const left = [WHOLE[0], ...WHOLE.slice(2)];
    expect([await threadIn(first), await pages(first)]).toEqual([left, left]);
    await second.changeTicket(NUMBER, note(9));
    expect(await threadIn(first)).toEqual([...left, "n9 catatan 9"]);
    await second.changeTicket(NUMBER, note(10));
    expect(await threadIn(first)).toEqual([...left, "n9 catatan 9", "n10 catatan 10"]);
  });

  it("are sealed with the newest key in `entry`, in `arriving`, and in a ticket of an earlier release", async () => {
    await dieOnTheWay(() => []);
    const old = "LMG-26-000002-1";
    await first.openTicket(draft(old));
    await first.changeTicket(old, note(1));
    await foldBack(old);
    const both = openVault({ seal: new Map([[2, Buffer.alloc(32, "next")], ...KEYS.seal]), index: KEYS.index });
    const store = await openMongo(url, { ...storeOptions(), vault: both });
    for (const place of await store.sealedPlaces()) await store.resealSome(place, undefined, 100);
    for (const place of ["ticket", "entry"]) expect(Object.keys(await store.countSealed(place)), place).toEqual(["2"]);
    expect(await threadIn(store)).toEqual(WHOLE);
    await store.changeTicket(NUMBER, note(5));
    expect([await threadIn(store), await threadIn(store, old)]).toEqual([[...WHOLE, "n5 catatan 5"], ["n1 catatan 1"]]);
    await store.close();
  });
});

async function foldBack(number: string): Promise<void> {
  const inside = await entries()
    .find({ _id: { $gt: `${number}/`, $lt: `${number}0` } })
    .toArray();
  const folded = inside.map(({ _id: name, sealed }) => ({ name, sealed }));
  await tickets().updateOne({ _id: number }, { $set: { entries: folded }, $unset: { arriving: 1 } });
  await entries().deleteMany({ _id: { $in: inside.map(({ _id }) => _id) } });
}

describe.runIf(mongoUrl)("threads that an earlier release kept in their tickets", () => {
  it("are moved some at a time, and another process continues after a killed process", async () => {
    await first.openTicket(draft());
    for (const no of [1, 2, 3]) await first.changeTicket(NUMBER, note(no));
    await foldBack(NUMBER);
    const doc = await tickets().findOne({ _id: NUMBER });
    const many = Array.from({ length: 600 }, (_, no) => `LMG-26-${String(no + 10).padStart(6, "0")}-1`);
    const inside = (number: string) =>
      doc?.entries?.map(({ sealed }, no) => ({ name: `${number}/${no}`, sealed })) ?? [];
    await tickets().insertMany(many.map((number) => ({ ...doc, _id: number, entries: inside(number) })) as never);
    await meta().updateOne({ _id: "form" }, { $set: { value: BEFORE_THREADS } });
    const left = () => tickets().countDocuments({ entries: { $ne: null } });

    const killed = await openMongo(url, storeOptions());
    expect(await left(), "a start moves none").toBe(601);
    await killed.waiting(10);
    expect(await left()).toBe(101);
    await killed.close();
    await second.changeTicket(NUMBER, note(4));
    const next = await openMongo(url, storeOptions());
    await Promise.all([next.waiting(10), first.waiting(10)]);
    expect([await left(), await entries().countDocuments()]).toEqual([0, 3 * 601 + 1]);
    expect(await meta().findOne({ _id: "form" })).toMatchObject({ value: FORM });
    expect(await meta().findOne({ _id: "threads moved up to" })).toBeNull();
    expect(await threadIn(next)).toEqual([1, 2, 3, 4].map((no) => `n${no} catatan ${no}`));
    await next.close();
  });

  it("are moved by their ticket's first change, and can be read before it", async () => {
    await writeThread();
    await foldBack(NUMBER);
    expect([await threadIn(first), await pages(first)]).toEqual([WHOLE, WHOLE]);
    await second.changeTicket(NUMBER, note(5));
    expect(await tickets().findOne({ _id: NUMBER })).toMatchObject({ entries: null, arriving: [], length: 5 });
    expect(await threadIn(first)).toEqual([...WHOLE, "n5 catatan 5"]);
  });
});
