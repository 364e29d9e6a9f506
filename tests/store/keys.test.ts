import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import mongoose from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Keys, openVault } from "../../src/privacy/vault.ts";
import { rowSeal } from "../../src/register/recipient.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { SEALED_COLUMNS } from "../../src/store/sqlite/sealed-places.ts";
import { opened, result } from "../conformance/store-steps.ts";
import { opensTicket } from "../support/effects.ts";
import { storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

const key = (letter: string): Buffer => Buffer.alloc(32, letter);
const keys = (seal: Record<number, string>, index = "i"): Keys => ({
  seal: new Map(
    Object.entries(seal)
      .map(([version, letter]): [number, Buffer] => [Number(version), key(letter)])
      .reverse(),
  ),
  index: key(index),
});
const OLD = keys({ 1: "a" });
const BOTH = keys({ 1: "a", 2: "b" });
const NEW = keys({ 2: "b" });
const NIK = "3524015206799901";
const NUMBER = "LMG-26-000001-1";
const PERSON = someone("628120000001");

type Place = { open(keys: Keys): Promise<Store>; forgetChecks(): Promise<number>; close(): Promise<void> };

async function sqlitePlace(): Promise<Place> {
  const directory = mkdtempSync(join(tmpdir(), "sapa-keys-"));
  const path = join(directory, "sapa.db");
  return {
    open: (some) => openSqlite(`sqlite:${path}`, { ...storeOptions(), vault: openVault(some) }),
    async forgetChecks() {
      const db = new DatabaseSync(path);
      const { changes } = db.prepare("delete from meta where name like 'key %'").run();
      db.close();
      return Number(changes);
    },
    close: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

async function mongoPlace(): Promise<Place> {
  const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
  return {
    open: (some) => openMongo(database.url, { ...storeOptions(), vault: openVault(some) }),
    async forgetChecks() {
      const connection = await mongoose.createConnection(database.url).asPromise();
      const meta = connection.db?.collection<{ _id: string }>("meta");
      const done = await meta?.deleteMany({ _id: /^key / });
      await connection.close();
      return done?.deletedCount ?? 0;
    },
    close: () => database.drop(),
  };
}

async function fill(store: Store, some: Keys): Promise<void> {
  const vault = openVault(some);
  const draft = { number: NUMBER, district: "lamongan", category: "other" as const, text: "beras bau", locale: "id" };
  const media = { kind: "image" as const, file: "f1" };
  const effect = opensTicket({ ...draft, person: { nik: NIK }, openedAt: 1, files: [media] });
  const { conversation } = await opened(store, inbound(PERSON, "lapor", { id: "m1" }), ["sudah", "dua"], [effect]);
  await store.keepFile(`${NUMBER}-f1`, Buffer.from("foto"));
  const fetched = { state: "kept" as const, type: "image/jpeg", size: 4, sha256: "x" };
  await store.changeTicket(NUMBER, {
    type: "fetch",
    id: "f",
    at: 2,
    by: "system",
    text: "",
    file: `${NUMBER}-f1`,
    fetched,
  });
  const closed = await store.openSend(conversation);
  await store.closeSend(closed!, { state: "waiting", code: "WINDOW_CLOSED", tried: true });
  await store.recordInbound([inbound(someone("628120000002"), "menunggu", { id: "m2" })]);
  await store.recordUnreadable({ channel: "webchat", account: "lamongan" }, "u1", "???", "odd");
  const officer = {
    id: "sari",
    name: "Sari",
    district: "lamongan",
    rung: "dinsos" as const,
    areas: [],
    sensitive: false,
  };
  await store.saveOfficer({ ...officer, active: true }, vault.index("officer-token", "t"));
  const list = await store.newGeneration("register", "lamongan", "2026-11-01");
  const row = { nik: NIK, name: "SITI", valid: true, reasons: [] };
  await list.add([
    { nik: vault.index("nik", NIK), kk: null, hash: "h", sealed: vault.seal(row, rowSeal("register", "lamongan")) },
  ]);
  await list.publish();
}

async function readAll(store: Store, message = "m1"): Promise<void> {
  const ticket = await store.ticket(NUMBER);
  expect(ticket?.text).toBe("beras bau");
  expect((await store.file(`${NUMBER}-f1`))?.toString()).toBe("foto");
  expect(await store.contactOf(ticket?.conversation ?? (await store.conversationOf(PERSON)) ?? "")).toEqual(PERSON);
  expect((await store.history(PERSON, 10)).map(({ text }) => text)).toEqual(["lapor", "sudah", "dua"]);
  expect((await store.officers("lamongan"))[0]?.name).toBe("Sari");
  expect(await store.recipientsByNik("lamongan", NIK)).toMatchObject([{ name: "SITI" }]);
  expect((await store.recordInbound([inbound(PERSON, "lapor", { id: message })]))[0]?.fresh).toBe(false);
  const [waiting] = (await store.waiting(10)).inbound;
  const turn = await store.openTurn(waiting ?? "");
  expect(turn?.message.content).toEqual({ type: "text", text: "menunggu" });
  await store.leaveTurn(turn!, false);
}

async function resealAll(store: Store, limit: number): Promise<number> {
  let done = 0;
  for (const place of await store.sealedPlaces()) {
    for (let after: string | undefined; ; ) {
      const { resealed, next } = await store.resealSome(place, after, limit);
      done += resealed;
      if (next === undefined) break;
      after = next;
    }
  }
  return done;
}

const countOf = async (store: Store, version: number): Promise<number> => {
  let count = 0;
  for (const place of await store.sealedPlaces()) count += (await store.countSealed(place))[version] ?? 0;
  return count;
};

function keyCases(name: string, make: () => Promise<Place>): void {
  describe(`keys on ${name}`, () => {
    let place: Place;
    beforeEach(async () => {
      place = await make();
      const store = await place.open(OLD);
      await fill(store, OLD);
      await store.close();
    });
    afterEach(() => place.close());
    const refused = (message: RegExp) =>
      expect.objectContaining({ code: "SETTINGS_INVALID", message: expect.stringMatching(message) });

    it.each([
      ["another sealing key under the same version", keys({ 1: "z" }), /^SEAL_KEYS: key 1 is not/],
      ["another index key", keys({ 1: "a" }, "z"), /^INDEX_KEY: /],
      ["an old key dropped while it still seals", NEW, /^SEAL_KEYS: key 1 is missing/],
    ])("%s is refused at start, and the error names the setting without the key", async (_, wrong, message) => {
      await expect(place.open(wrong)).rejects.toEqual(refused(message));
      const store = await place.open(OLD);
      await readAll(store);
      await store.close();
    });

    it.each([
      ["another sealing key", keys({ 1: "z" }), /key 1 is not/],
      ["another index key", keys({ 1: "a" }, "z"), /INDEX_KEY/],
      ["one wrong key of two", keys({ 1: "z", 2: "b" }), /key 1 is not/],
      ["a missing version", NEW, /key 1 is missing/],
    ])("in data without check values, %s writes none, and the right keys write both", async (_, wrong, message) => {
      expect(await place.forgetChecks()).toBe(2);
      await expect(place.open(wrong)).rejects.toEqual(refused(message));
      expect(await place.forgetChecks()).toBe(0);
      const store = await place.open(OLD);
      await readAll(store);
      await store.close();
      expect(await place.forgetChecks()).toBe(2);
    });

    it("every value is sealed again, in steps of one record, and the old key can be dropped", async () => {
      const store = await place.open(BOTH);
      await readAll(store);
      const before = await countOf(store, 1);
      expect(before).toBeGreaterThan(8);
      const [first = ""] = await store.sealedPlaces();
      await store.resealSome(first, undefined, 1);
      expect(await resealAll(store, 1)).toBeGreaterThan(4);
      expect([await countOf(store, 1), await countOf(store, 2)]).toEqual([0, before]);
      expect(await resealAll(store, 100)).toBe(0);
      await readAll(store);
      await expect(store.retireKey(2)).rejects.toMatchObject({ code: "BAD_REQUEST" });
      await store.close();
      for (const _ of ["first", "again"]) {
        const later = await place.open(NEW);
        await readAll(later);
        await later.close();
      }
      await expect(place.open(OLD)).rejects.toEqual(refused(/key 2 is missing/));
    });

    it("servedKeys lists a key after a start with it, until the key is retired", async () => {
      const before = await place.open(OLD); // an older release kept no record of its keys
      expect(await before.servedKeys()).toEqual([]);
      await before.noteKeyServed();
      await before.close();
      const store = await place.open(BOTH);
      expect(await store.servedKeys(), "a command that knows the key is no service").toEqual([1]);
      for (const _ of ["started", "started again"]) await store.noteKeyServed();
      expect((await store.servedKeys()).sort()).toEqual([1, 2]);
      await store.close();
      const back = await place.open(OLD);
      expect(await back.servedKeys(), "nothing was sealed with key 2: it is gone").toEqual([1]);
      await back.close();
      const again = await place.open(BOTH);
      await again.noteKeyServed();
      await resealAll(again, 100);
      await again.retireKey(1);
      expect(await again.servedKeys()).toEqual([2]);
      await again.close();
    });

    it("values are sealed again while citizens write", async () => {
      const store = await place.open(BOTH);
      const chats = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const contact = someone(`62813${index}`);
          const { conversation } = await opened(store, inbound(contact, "satu"), ["ya"]);
          return { contact, conversation };
        }),
      );
      const talk = async ({ contact, conversation }: (typeof chats)[number]) => {
        for (const text of ["dua", "tiga"]) {
          await store.recordInbound([inbound(contact, text)]);
          const turn = await store.openTurn(conversation);
          if (turn) await store.commitTurn(turn, result([text]));
        }
      };
      await Promise.all([...chats.map(talk), resealAll(store, 3)]);
      await resealAll(store, 100);
      expect(await countOf(store, 1)).toBe(0);
      for (const { contact } of chats) {
        expect((await store.history(contact, 10)).map(({ text }) => text)).toEqual(
          expect.arrayContaining(["satu", "ya", "dua", "tiga"]),
        );
      }
      await store.close();
    });
  });
}

keyCases("SQLite", sqlitePlace);
if (mongoUrl) keyCases("MongoDB", mongoPlace);

it("SEALED_COLUMNS lists every column of sealed bytes", async () => {
  const place = await sqlitePlace();
  const directory = mkdtempSync(join(tmpdir(), "sapa-columns-"));
  const path = join(directory, "sapa.db");
  await (await openSqlite(`sqlite:${path}`, storeOptions())).close();
  const db = new DatabaseSync(path);
  const columns = db
    .prepare(
      "select m.name as 'table', p.name as 'column' from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table' and lower(p.type) = 'blob'",
    )
    .all()
    .map((row) => `${row.table}.${row.column}`);
  db.close();
  rmSync(directory, { recursive: true, force: true });
  await place.close();
  expect(columns.sort()).toEqual(
    Object.values(SEALED_COLUMNS)
      .map(({ table, column }) => `${table}.${column}`)
      .sort(),
  );
});
