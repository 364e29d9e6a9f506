import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { newTicket, type Ticket } from "../../src/casework/ticket.ts";
import { contactName } from "../../src/store/record-names.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { migrate } from "../../src/store/sqlite/migrations.ts";
import { FORMS } from "../../src/store/sqlite/open-here.ts";
import type { Category } from "../../src/vocabulary/lists.ts";
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
const formOf = (db: DatabaseSync) => db.prepare("pragma user_version").get()?.user_version;

function fileOfForm(form: number, tickets: readonly Ticket[] = []): void {
  const { vault } = storeOptions();
  const db = new DatabaseSync(path);
  for (const step of FORMS.slice(0, form)) db.exec(step);
  db.exec("begin");
  const contact = someone();
  db.prepare("insert into conversation (id, channel, account, contact) values (?, 'webchat', 'lamongan', ?)").run(
    CHAT,
    vault.seal(contact, `contact ${CHAT}`),
  );
  db.prepare("insert into identity values (?, ?)").run(contactName(vault, contact), CHAT);
  for (const ticket of tickets) {
    const { number, district, kind, category, area, state, waitingSince, conversation, openedAt, resolveBy } = ticket;
    db.prepare(
      `insert into ticket (number, district, kind, category, area, open, late_at, conversation, opened_at, sealed)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...[number, district, kind, category, area ?? null, Number(state !== "closed")],
      // In those releases, a ticket that waited for an answer had no deadline.
      waitingSince === undefined ? resolveBy : null,
      ...[conversation ?? null, openedAt, vault.seal(ticket, `ticket ${number}`)],
    );
  }
  db.exec(`commit; pragma user_version = ${form}`);
  db.close();
}
const CHAT = "chat-1";
const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const draft = { district: "lamongan", text: "x", person: {}, locale: "id", openedAt: 1, conversation: CHAT };
const ticketOf = (number: string, category: Category, more: object = {}) =>
  newTicket({ ...draft, number, category, ...more }, calendar);

describe("the form of an SQLite file", () => {
  it("is written at the first start and kept at the next", async () => {
    const [first, message] = [await open(), inbound(someone(), "halo")];
    await first.recordInbound([message]);
    await first.close();
    const second = await open();
    expect((await second.recordInbound([message]))[0]?.fresh).toBe(false);
    await second.close();
    const db = new DatabaseSync(path);
    expect(formOf(db)).toBe(FORMS.length);
    db.close();
  });

  it("of a release without windows is brought to today's, and its chats have no `heardAt`", async () => {
    fileOfForm(3);
    const store = await open();
    await store.addOutbound(CHAT, "n", body("kabar"));
    expect(await store.openSend(CHAT)).not.toHaveProperty("heardAt");
    await store.close();
  });

  it.each([6, 7, 11])("of number %i, without keys for lists, is brought to today's", async (form) => {
    const area = "3524012001";
    const cards = Array.from({ length: 1_203 }, (_, at) =>
      ticketOf(`LMG-26-${String(at + 1).padStart(6, "0")}-1`, "card", { area, openedAt: at + 1 }),
    );
    fileOfForm(form, [...cards, ticketOf("LMG-26-900001-1", "officer-conduct", { area, barred: ["sari"] })]);
    for (const _ of ["first", "again"]) {
      const store = await open();
      const found = async (officer: string, ...keys: string[]) =>
        (await store.list({ sight: { district: "lamongan", officer, keys }, limit: 2_000 })).heads;
      expect(await found("tono", "a:lamongan/3524012001")).toHaveLength(1_203);
      expect(await found("tono", "d:lamongan", "s:lamongan")).toHaveLength(1_204);
      expect(await found("sari", "s:lamongan")).toEqual([]);
      await store.close();
    }
  });

  it("of a release without open questions is brought to today's, and the questions that wait are found", async () => {
    const asked = { type: "ask", by: "sari", text: "RT berapa?" } as const;
    fileOfForm(5, [
      ticketOf("LMG-26-000001-1", "not-paid"),
      applyEvent(ticketOf("LMG-26-000002-1", "not-paid"), { ...asked, id: "e1", at: 5 }, calendar),
      applyEvent(ticketOf("LMG-26-000003-1", "data-copy"), { ...asked, id: "e2", at: 6 }, calendar),
    ]);
    const store = await open();
    expect((await store.openQuestions(CHAT)).map(({ number }) => number)).toEqual([
      "LMG-26-000003-1",
      "LMG-26-000002-1",
    ]);
    await store.close();
  });

  it("of a release without rests is brought to today's, and waiting messages are answered", async () => {
    fileOfForm(18);
    const { vault } = storeOptions();
    const message = inbound(someone(), "menunggu");
    const db = new DatabaseSync(path);
    db.prepare(
      "insert into inbound (key, conversation, channel, ord, sealed, recorded_at) values (?, ?, ?, 0, ?, 1)",
    ).run(...["key-1", CHAT, "webchat", vault.seal(message, "inbound key-1")]);
    db.close();
    const store = await open();
    expect((await store.waiting(10)).inbound).toEqual([CHAT]);
    expect(await store.openTurn(CHAT)).toMatchObject({ key: "key-1", attempts: 1 });
    await store.close();
  });

  it("of a newer release is refused, and the error names both forms", async () => {
    await (await open()).close();
    const db = new DatabaseSync(path);
    db.exec(`pragma user_version = ${FORMS.length + 1}`);
    db.close();
    await expect(open()).rejects.toMatchObject({
      code: "SETTINGS_INVALID",
      message: expect.stringMatching(/form \d+.*knows \d+/),
    });
  });

  it("goes up step by step, and a failed step changes nothing", () => {
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

  it("is migrated by three stores that open at the same time", async () => {
    const stores = await Promise.all([open(), open(), open()]);
    for (const store of stores) await store.close();
  });
});
