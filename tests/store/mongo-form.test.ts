import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { describe, expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import { FORM } from "../../src/store/mongo/migrations.ts";
import { result } from "../conformance/store-steps.ts";
import { storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

if (mongoUrl) {
  describe("the form of a MongoDB database", () => {
    const opened = async () => {
      const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
      const open = () => openMongo(database.url, storeOptions());
      const connection = await mongoose.createConnection(database.url).asPromise();
      const db = connection.db;
      if (!db) throw new Error("no database");
      return {
        open,
        meta: db.collection<{ _id: string; value: number }>("meta"),
        ticket: db.collection("ticket"),
        conversations: db.collection("conversation"),
        messages: db.collection("inbound"),
        close: async () => {
          await connection.close();
          await database.drop();
        },
      };
    };

    it("of a release without reminders is brought to today's, twice without harm, and late tickets are found", async () => {
      const { open, meta, ticket, close } = await opened();
      const first = await open();
      await first.openTicket({
        number: "LMG-26-000001-1",
        district: "lamongan",
        category: "not-paid",
        text: "belum cair",
        person: {},
        locale: "id",
        openedAt: Date.UTC(2026, 0, 5),
      });
      await first.close();
      await ticket.updateMany({}, { $set: { news: false }, $unset: { remindAt: 1, beside: 1 } });
      await meta.updateOne({ _id: "form" }, { $set: { value: 1 } });
      for (const _ of ["first", "again"]) {
        const store = await open();
        expect((await store.waiting(10)).complaints).toEqual(["LMG-26-000001-1"]);
        await store.close();
      }
      expect(await meta.findOne({ _id: "form" })).toMatchObject({ value: FORM });
      await close();
    });

    it("makes each start on the first day of an update look for older tickets, and no start after the last is gone", async () => {
      const { open, meta, ticket, close } = await opened();
      const start = async () => (await open()).close();
      const since = () => meta.findOne({ _id: "tickets may be older since" });
      const first = await open();
      await first.openTicket({
        number: "LMG-26-000001-1",
        district: "lamongan",
        category: "not-paid",
        text: "belum cair",
        person: {},
        locale: "id",
        openedAt: Date.UTC(2026, 0, 5),
      });
      await first.close();
      const isOlder = async () => !Object.hasOwn((await ticket.findOne({})) ?? {}, "terms");
      /** An old process may still write tickets without `terms`. */
      const makeOlder = () => ticket.updateMany({}, { $unset: { terms: 1 } });
      expect(await since(), "a new database has none").toBeNull();
      await makeOlder();
      await meta.updateOne({ _id: "form" }, { $set: { value: 6 } });
      await start();
      expect([await isOlder(), await since()]).toEqual([false, expect.anything()]);
      await makeOlder();
      await start();
      expect(await isOlder(), "written during the update").toBe(false);
      await makeOlder();
      await meta.updateOne({ _id: "tickets may be older since" }, { $set: { value: Date.now() - 2 * 86_400_000 } });
      await start();
      expect([await isOlder(), await since()], "still found some").toEqual([false, expect.anything()]);
      await start();
      expect(await since()).toBeNull();
      await makeOlder();
      await start();
      expect(await isOlder(), "nobody looks any more").toBe(true);
      await close();
    });

    it("of a release without rests loses an unused index, and waiting messages are found for an answer", async () => {
      const { open, meta, messages, close } = await opened();
      const first = await open();
      const [recorded] = await first.recordInbound([inbound(someone(), "menunggu")]);
      await first.close();
      await messages.createIndex({ state: 1, recordedAt: 1 });
      await meta.updateOne({ _id: "form" }, { $set: { value: 7 } });
      for (const _ of ["first", "again"]) {
        const store = await open();
        expect((await store.waiting(10)).inbound).toEqual([recorded!.conversation]);
        await store.close();
      }
      expect(await messages.indexExists("state_1_recordedAt_1")).toBe(false);
      await close();
    });

    it("of a release without open questions finds only the questions that wait", async () => {
      const { open, meta, ticket, close } = await opened();
      const first = await open();
      const [recorded] = await first.recordInbound([inbound(someone(), "halo")]);
      const { conversation } = recorded!;
      for (const number of ["LMG-26-000001-1", "LMG-26-000002-1"]) {
        const category = "not-paid" as const;
        await first.openTicket({
          number,
          district: "lamongan",
          category,
          text: "x",
          person: {},
          locale: "id",
          openedAt: 1,
          conversation,
        });
      }
      const asked = { type: "ask", id: "e1", at: 5, by: "sari", text: "RT berapa?" } as const;
      await first.changeTicket("LMG-26-000002-1", asked);
      await first.close();
      // In the older release, a ticket that waits for an answer has no deadline.
      await ticket.updateMany({}, { $unset: { askedAt: 1 } });
      await ticket.updateOne({ _id: "LMG-26-000002-1" as never }, { $set: { lateAt: null, remindAt: null } });
      await meta.updateOne({ _id: "form" }, { $set: { value: 2 } });
      for (const _ of ["first", "again"]) {
        const store = await open();
        expect((await store.openQuestions(conversation)).map(({ number }) => number)).toEqual(["LMG-26-000002-1"]);
        await store.close();
      }
      expect((await ticket.findOne({ _id: "LMG-26-000002-1" as never }))?.remindAt).toBeGreaterThan(Date.now());
      await close();
    });

    it("of a release without windows leaves chats without `heardAt`", async () => {
      const { open, conversations, close } = await opened();
      const store = await open();
      const message = inbound(someone(), "halo");
      const [recorded] = await store.recordInbound([message]);
      const turn = await store.openTurn(recorded!.conversation);
      await store.commitTurn(turn!, result(["hai"]));
      await conversations.updateMany({}, { $unset: { heardAt: 1 } });
      expect(await store.openSend(recorded!.conversation)).not.toHaveProperty("heardAt");
      await store.close();
      await close();
    });

    it("of a newer release is refused", async () => {
      const { open, meta, close } = await opened();
      await meta.insertOne({ _id: "form", value: 99 });
      await expect(open()).rejects.toMatchObject({
        code: "SETTINGS_INVALID",
        message: expect.stringMatching(/form 99.*knows \d+/),
      });
      await close();
    });
  });
}
