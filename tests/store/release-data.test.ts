import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import mongoose from "mongoose";
import { expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { storeOptions } from "../support/keys.ts";
import { someone } from "../support/messages.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

/** Data that the first release wrote with the tests' keys. */
const FIXTURE = join(import.meta.dirname, "../fixtures/release-1");
const NUMBER = "LMG-26-000001-1";
const PERSON = someone("628120000001");

async function readAll(store: Store): Promise<void> {
  const ticket = await store.ticket(NUMBER);
  expect(ticket).toMatchObject({ text: "beras bau", person: { nik: "3524015206799901" }, mentioned: [] });
  expect((await store.file(`${NUMBER}-f1`))?.toString()).toBe("foto");
  expect((await store.history(PERSON, 10)).map(({ text }) => text)).toEqual(["lapor", "sudah", "dua"]);
  expect((await store.ticketsOf({ nik: "3524015206799901" })).map(({ number }) => number)).toEqual([NUMBER]);
  expect(await store.recipientsByNik("lamongan", "3524015206799901")).toMatchObject([{ name: "SITI" }]);
  expect((await store.officers())[0]?.id).toBe("sari");
  expect((await store.deadLetters(10)).map(({ reason }) => reason)).toEqual(["odd"]);
  expect((await store.restedSessions(10)).map(({ conversation }) => conversation)).toHaveLength(1);
  const [waiting = ""] = (await store.waiting(10)).inbound;
  const turn = await store.openTurn(waiting);
  expect(turn?.message.content).toEqual({ type: "text", text: "menunggu" });
  await store.leaveTurn(turn!, false);
  await store.changeTicket(NUMBER, {
    type: "note",
    id: randomBytes(4).toString("hex"),
    at: 5,
    by: "sari",
    text: "cek",
  });
}

it("data that the first release wrote to SQLite opens, and opens again", async () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-release-"));
  const unpack = (name: string) =>
    writeFileSync(join(directory, name), gunzipSync(readFileSync(join(FIXTURE, `${name}.gz`))));
  mkdirSync(join(directory, "register"));
  unpack("sapa.db");
  unpack("register/register-lamongan-684d1dfdcc86.db");
  cpSync(join(FIXTURE, "files"), join(directory, "files"), { recursive: true });
  for (const _ of ["first", "again"]) {
    const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
    await readAll(store);
    await store.close();
  }
  rmSync(directory, { recursive: true, force: true });
});

it.runIf(mongoUrl)("data that the first release wrote to MongoDB opens, and opens again", async () => {
  const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
  const connection = await mongoose.createConnection(database.url).asPromise();
  const dump = mongoose.mongo.BSON.EJSON.parse(readFileSync(join(FIXTURE, "mongo.json"), "utf8"), { relaxed: false });
  for (const [name, docs] of Object.entries(dump as Record<string, mongoose.mongo.Document[]>)) {
    if (docs.length > 0) await connection.db?.collection(name).insertMany(docs);
  }
  await connection.close();
  for (const _ of ["first", "again"]) {
    const store = await openMongo(database.url, storeOptions());
    await readAll(store);
    await store.close();
  }
  await database.drop();
});
