import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { migrate } from "../../src/store/sqlite/migrations.ts";
import { storeOptions } from "../support/keys.ts";
import { body, inbound, someone } from "../support/messages.ts";

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-form-"));
  path = join(directory, "sapa.db");
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const open = () => openSqlite(`sqlite:${path}`, storeOptions());
/** What the newest step added, taken away again. */
const withoutChatData = (db: DatabaseSync): void => {
  for (const index of ["conversation_strip", "conversation_forget"]) db.exec(`drop index ${index}`);
  for (const column of ["strip_at", "forget_at", "withdrawn_at"]) {
    db.exec(`alter table conversation drop column ${column}`);
  }
};
const formOf = (db: DatabaseSync) => db.prepare("pragma user_version").get()?.user_version;

/** A file as it was before lists were asked for by sight. */
function withoutLists(db: DatabaseSync): void {
  for (const name of ["area", "kecamatan", "category", "reason", "sensitive", "load", "load_beside", "unread"])
    db.exec(`drop index ticket_${name}`);
  db.exec("drop index ticket_officer; drop index ticket_beside");
  for (const name of ["kecamatan", "sensitive", "reason", "barred"]) db.exec(`alter table ticket drop column ${name}`);
  db.exec("create index ticket_officer on ticket (officer) where officer is not null");
  db.exec("create index ticket_beside on ticket (beside) where beside is not null");
}

describe("the form of an SQLite file", () => {
  it("is written at first and kept at the next start", async () => {
    const [first, message] = [await open(), inbound(someone(), "halo")];
    await first.recordInbound([message]);
    await first.close();
    const second = await open();
    expect((await second.recordInbound([message]))[0]?.fresh).toBe(false);
    await second.close();
    const db = new DatabaseSync(path);
    expect(formOf(db)).toBe(11);
    db.close();
  });

  it("before windows were known is brought to today's, and its chats count as open", async () => {
    const first = await open();
    const [recorded] = await first.recordInbound([inbound(someone(), "halo")]);
    await first.close();
    const db = new DatabaseSync(path);
    for (const table of ["conversation", "outbound"]) db.exec(`alter table ${table} drop column heard_at`);
    withoutLists(db);
    db.exec("drop index ticket_erase; alter table ticket drop column erase_at");
    db.exec("drop index ticket_question; alter table ticket drop column asked_at");
    withoutChatData(db);
    db.exec(
      "alter table generation drop column valid; alter table generation drop column unread; drop table held; pragma user_version = 3",
    );
    db.close();
    const second = await open();
    await second.addOutbound(recorded!.conversation, "n", body("kabar"));
    expect(await second.openSend(recorded!.conversation)).not.toHaveProperty("heardAt");
    await second.close();
  });

  it("before lists were asked for by sight is brought to today's, and each officer finds theirs", async () => {
    const first = await open();
    const draft = { district: "lamongan", text: "x", person: {}, locale: "id", openedAt: 1, area: "3524012001" };
    await first.openTicket({ ...draft, number: "LMG-26-000001-1", category: "card" });
    await first.openTicket({ ...draft, number: "LMG-26-000002-1", category: "officer-conduct" });
    await first.close();
    const db = new DatabaseSync(path);
    withoutChatData(db);
    withoutLists(db);
    db.exec(
      "alter table generation drop column valid; alter table generation drop column unread; drop table held; pragma user_version = 6",
    );
    db.close();
    const second = await open();
    const sight = {
      district: "lamongan",
      officer: "sari",
      areas: ["3524012001"],
      sensitive: false,
      data: false,
      doubt: false,
      hidden: [],
      opened: [],
    };
    const found = async (more: object) =>
      (await second.tickets({ seenBy: { ...sight, ...more } })).map((one) => one.number);
    expect(await found({})).toEqual(["LMG-26-000001-1"]);
    expect(await found({ areas: "all", sensitive: true })).toEqual(["LMG-26-000001-1", "LMG-26-000002-1"]);
    await second.close();
  });

  it("before open questions were known is brought to today's, and finds those that wait", async () => {
    const first = await open();
    const [recorded] = await first.recordInbound([inbound(someone(), "halo")]);
    const { conversation } = recorded!;
    const draft = { district: "lamongan", text: "x", person: {}, locale: "id", openedAt: 1, conversation };
    for (const [number, category] of [
      ["LMG-26-000001-1", "not-paid"],
      ["LMG-26-000002-1", "not-paid"],
      ["LMG-26-000003-1", "data-copy"],
    ] as const)
      await first.openTicket({ ...draft, number, category });
    const asked = { type: "ask", by: "sari", text: "RT berapa?" } as const;
    await first.changeTicket("LMG-26-000002-1", { ...asked, id: "e1", at: 5 });
    await first.changeTicket("LMG-26-000003-1", { ...asked, id: "e2", at: 6 });
    await first.close();
    const db = new DatabaseSync(path);
    withoutLists(db);
    withoutChatData(db);
    db.exec(
      "drop index ticket_question; alter table ticket drop column asked_at; alter table generation drop column valid; alter table generation drop column unread; drop table held; pragma user_version = 5",
    );
    // As the release before wrote it: a ticket that waits has no clock.
    db.exec("update ticket set late_at = null, remind_at = null where number = 'LMG-26-000002-1'");
    db.close();
    const second = await open();
    expect((await second.openQuestions(conversation)).map(({ number }) => number)).toEqual([
      "LMG-26-000003-1",
      "LMG-26-000002-1",
    ]);
    await second.close();
  });

  it("is refused when it is of a newer release, naming both", async () => {
    await (await open()).close();
    const db = new DatabaseSync(path);
    db.exec("pragma user_version = 12");
    db.close();
    await expect(open()).rejects.toMatchObject({
      code: "SETTINGS_INVALID",
      message: expect.stringMatching(/form 12.*knows 11/),
    });
  });

  it("goes up step by step, all or nothing", () => {
    const db = new DatabaseSync(path);
    const first = "create table a (x); insert into a values (1);";
    migrate(db, [first]);
    expect(() => migrate(db, [first, "alter table a add column y;", "not sql"])).toThrow();
    expect(formOf(db)).toBe(1);
    migrate(db, [first, "alter table a add column y;", "update a set y = x + 1;"]);
    expect(db.prepare("select * from a").get()).toEqual({ x: 1, y: 2 });
    expect(formOf(db)).toBe(3);
    db.close();
  });

  it("is opened by two at once", async () => {
    const stores = await Promise.all([open(), open(), open()]);
    for (const store of stores) await store.close();
  });
});
