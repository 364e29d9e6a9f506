import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Sight } from "../../src/casework/sight.ts";
import type { Collections } from "../../src/store/mongo/collections.ts";
import { connect } from "../../src/store/mongo/connect.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import { collectionsOf } from "../../src/store/mongo/indexes.ts";
import { countOf, listedDocs } from "../../src/store/mongo/ticket-list.ts";
import type { Store } from "../../src/store/ports/store.ts";
import type { TicketCursor, TicketQuery } from "../../src/store/ports/tickets.ts";
import { storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

const VILLAGES = Array.from({ length: 600 }, (_, no) => `35240${10_000 + no}`);
const SIGHT: Sight = { district: "lamongan", keys: VILLAGES.map((code) => `a:lamongan/${code}`) };
const START = Date.UTC(2026, 10, 23, 3);
const AREAS = [0, 599, 99, 100, 0, 350].map((place) => VILLAGES[place] as string);
const NEWEST_FIRST = [6, 5, 4, 3, 2, 1].map((serial) => `LMG-26-00000${serial}-1`);

let store: Store;
let at: Collections;
let commands: string[];
let close: () => Promise<void>;
beforeEach(async () => {
  if (!mongoUrl) return;
  const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
  const watched = new URL(database.url);
  watched.searchParams.set("monitorCommands", "true");
  store = await openMongo(database.url, storeOptions());
  const { connection, db } = await connect(watched.href);
  at = collectionsOf(connection, db);
  commands = [];
  connection.getClient().on("commandStarted", ({ commandName }) => commands.push(commandName));
  close = async () => {
    await connection.close();
    await store.close();
    await database.drop();
  };
  for (const [no, area] of AREAS.entries()) {
    const number = `LMG-26-00000${no + 1}-1`;
    const openedAt = START + no * 1_000;
    const about = { district: "lamongan", category: "card" as const, text: "x", person: {}, locale: "id" };
    await store.openTicket({ ...about, number, openedAt, area });
  }
});
afterEach(async () => mongoUrl && close());

async function pagesOf(query: Omit<TicketQuery, "limit" | "sight">) {
  const pages: string[][] = [];
  const asked: number[] = [];
  for (let after: TicketCursor | undefined; ; ) {
    commands.length = 0;
    const page = { ...query, sight: SIGHT, limit: 2, ...(after ? { after } : {}) };
    const { docs, next } = await listedDocs({ at }, page, { entries: 0 });
    pages.push(docs.map(({ _id }) => _id));
    asked.push(commands.length);
    if (!next) return { pages, asked };
    after = next;
  }
}

describe.runIf(mongoUrl)("the lists of tickets on MongoDB", () => {
  it.each<{ label: string; query: Omit<TicketQuery, "limit" | "sight">; first: string[] }>([
    { label: "all tickets, the newest first", query: {}, first: NEWEST_FIRST },
    { label: "the open tickets", query: { open: true }, first: NEWEST_FIRST },
    { label: "the open tickets by their clocks", query: { order: "clock" }, first: NEWEST_FIRST.toReversed() },
  ])(
    "a list for 600 villages takes one command for each hundred villages, and has each ticket once: $label",
    async ({ query, first }) => {
      const { pages, asked } = await pagesOf(query);
      expect(pages).toEqual([first.slice(0, 2), first.slice(2, 4), first.slice(4)]);
      expect(asked).toEqual([6, 6, 6]);
    },
  );

  it("a count for 600 villages takes one command for each hundred villages", async () => {
    commands.length = 0;
    expect(await countOf({ at }, { sight: SIGHT, open: true })).toBe(6);
    expect(commands).toEqual(Array(6).fill("find"));
  });

  it("a list for few keys takes one command", async () => {
    commands.length = 0;
    const keys = ["o:lamongan/dina", "o:lamongan/dina?", "d:lamongan", "d:lamongan?", "r:lamongan"];
    const sight: Sight = { district: "lamongan", officer: "dina", keys };
    const { docs } = await listedDocs({ at }, { sight, limit: 9 }, { entries: 0 });
    expect(docs.map(({ _id }) => _id)).toEqual(NEWEST_FIRST);
    expect(commands).toEqual(["aggregate"]);
  });
});
