import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import mongoose from "mongoose";
import { describe, expect, it, onTestFinished } from "vitest";
import type { TicketEvent } from "../../src/casework/ticket.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { StoreOptions } from "../../src/store/options.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { FORMS } from "../../src/store/sqlite/open-here.ts";
import { ENTRY_KEY_SCHEMA } from "../../src/store/sqlite/ticket-record.ts";
import { storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

/** The form of an SQLite file whose entries have no keys. */
const BEFORE_KEYS = FORMS.indexOf(ENTRY_KEY_SCHEMA);
const NUMBER = "LMG-26-000001-1";
const START = Date.UTC(2026, 10, 23, 3);
const { vault } = storeOptions();

/** Older releases wrote no summary of the thread. */
function olderHead(sealed: Uint8Array): Buffer {
  const { past: _, ...head } = vault.open(sealed, `ticket ${NUMBER}`) as { past: unknown };
  return vault.seal(head, `ticket ${NUMBER}`);
}

type Database = { open: (options: StoreOptions) => Promise<Store>; makeOlder: () => Promise<void> };

const sqlite = async (): Promise<Database> => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-heads-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const path = join(directory, "sapa.db");
  return {
    open: (options) => openSqlite(`sqlite:${path}`, options),
    async makeOlder() {
      const db = new DatabaseSync(path);
      const row = db.prepare("select sealed from ticket where number = ?").get(NUMBER);
      db.prepare("update ticket set sealed = ?").run(olderHead(row?.sealed as Uint8Array));
      db.exec(
        `drop index entry_key; alter table entry drop column key; alter table generation drop column refused; alter table generation drop column programmes; alter table generation drop column payments; pragma user_version = ${BEFORE_KEYS}`,
      );
      db.close();
    },
  };
};

const mongodb = async (): Promise<Database> => {
  const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
  const connection = await mongoose.createConnection(database.url).asPromise();
  onTestFinished(async () => {
    await connection.close();
    await database.drop();
  });
  return {
    open: (options) => openMongo(database.url, options),
    async makeOlder() {
      const tickets = connection.collection<{ _id: string; sealed: mongoose.mongo.Binary }>("ticket");
      const doc = await tickets.findOne({ _id: NUMBER });
      const sealed = new mongoose.mongo.Binary(olderHead(doc?.sealed.buffer as Uint8Array));
      await tickets.updateOne({ _id: NUMBER }, { $set: { sealed } });
      await connection.collection("entry").updateMany({}, { $unset: { key: "" } });
    },
  };
};

const event = (type: TicketEvent["type"], at: number, more: object = {}) =>
  ({ type, id: `${type}${at}`, at: START + at, by: "sari", text: `kata ${at}`, ...more }) as TicketEvent;
const late = (at: number) => event("remind", at, { due: START, late: true });
const HISTORY = [
  event("assign", 1, { officer: "sari", seen: 0, text: "Bu Sari" }),
  late(2),
  late(3),
  event("add", 4),
  event("ask", 5),
  event("nudge", 6),
];

describe.each<[string, () => Promise<Database>]>([
  ["SQLite", sqlite],
  ...(mongoUrl ? ([["MongoDB", mongodb]] as [string, () => Promise<Database>][]) : []),
])("tickets on %s whose heads have no summary of the thread", (_, make) => {
  async function openedOlder(): Promise<{ store: Store; opened: () => number }> {
    const { open, makeOlder } = await make();
    const before = await open(storeOptions());
    await before.openTicket({
      number: NUMBER,
      district: "lamongan",
      category: "card",
      text: "kartu hilang",
      person: {},
      locale: "id",
      openedAt: START,
      conversation: "chat-1",
    });
    for (const one of HISTORY) await before.changeTicket(NUMBER, one);
    await before.close();
    await makeOlder();
    let entries = 0;
    const counting = {
      ...vault,
      open(sealed: Uint8Array, about: string) {
        if (about.startsWith("entry ")) entries += 1;
        return vault.open(sealed, about);
      },
    };
    const store = await open({ ...storeOptions(), vault: counting });
    onTestFinished(() => store.close());
    const opened = () => {
      const count = entries;
      entries = 0;
      return count;
    };
    return { store, opened };
  }

  it("are read, and their open questions are found", async () => {
    const { store } = await openedOlder();
    expect(await store.openQuestions("chat-1")).toMatchObject([{ number: NUMBER, text: "kata 5" }]);
    expect(await store.head(NUMBER)).toMatchObject({
      entries: 6,
      past: { asked: { text: "kata 5" }, nudgedAt: START + 6, given: { officer: "sari", name: "Bu Sari" } },
    });
    expect((await store.thread(NUMBER, { limit: 9 }))?.entries.map(({ id }) => id)).toEqual(
      HISTORY.map(({ id }) => id),
    );
  });

  it("are opened whole for their first change, and without their thread for the second change", async () => {
    const { store, opened } = await openedOlder();
    opened();
    await store.changeTicket(NUMBER, event("note", 7));
    expect(opened()).toBe(6);
    await store.changeTicket(NUMBER, event("note", 8));
    expect(opened()).toBe(0);
    expect((await store.ticket(NUMBER))?.events.map(({ id }) => id)).toEqual(
      [...HISTORY, event("note", 7), event("note", 8)].map(({ id }) => id),
    );
  });

  it.each([0, 1])("find a repeated act, before and after their first change (%i)", async (changes) => {
    const { store } = await openedOlder();
    for (let no = 0; no < changes; no += 1) await store.changeTicket(NUMBER, event("note", 7));
    const before = await store.head(NUMBER);
    for (const { id } of HISTORY) expect(await store.findEntry(NUMBER, id)).toMatchObject({ id });
    expect(await store.findEntry(NUMBER, "note99")).toBeUndefined();
    for (const one of HISTORY) await store.changeTicket(NUMBER, one);
    expect(await store.head(NUMBER)).toEqual(before);
  });

  it("keep the first and the newest reminder of a missed clock, and name the assignee", async () => {
    const { store } = await openedOlder();
    await store.changeTicket(NUMBER, late(9));
    const ids = (await store.ticket(NUMBER))?.events.map(({ id }) => id);
    expect(ids).toEqual(["assign1", "remind2", "add4", "ask5", "nudge6", "remind9"]);
    const take = event("assign", 10, { officer: "budi", from: null, seen: 6 });
    await expect(store.changeTicket(NUMBER, take)).rejects.toMatchObject({
      code: "TICKET_TAKEN",
      message: expect.stringContaining("Bu Sari"),
    });
  });
});
