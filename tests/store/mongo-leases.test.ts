import { randomBytes } from "node:crypto";
import mongoose, { type Connection, type mongo } from "mongoose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serverClock } from "../../src/store/mongo/clock.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { opened, result } from "../conformance/store-steps.ts";
import { storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { openRelay, type Relay } from "../support/relay.ts";

type Lease = "turn" | "send";
type Chat = { _id: string; turn: { watched: { since: number } }; send: { watched: { since: number } } };
const LONGER_THAN_A_LEASE = 21_000;

describe.skipIf(!mongoUrl)("a lease whose holder is gone", { timeout: 60_000 }, () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let connection: Connection;
  const stores: Store[] = [];

  async function another(url = database.url): Promise<Store> {
    const store = await openMongo(url, storeOptions());
    stores.push(store);
    return store;
  }
  const chats = (): mongo.Collection<Chat> => connection.collection<Chat>("conversation");
  /** Moves the start of the watch, as if a watching worker had waited longer. */
  const shift = (conversation: string, lease: Lease, ms: number) =>
    chats().updateOne({ _id: conversation }, { $inc: { [`${lease}.watched.since`]: ms } });
  const take = (store: Store, lease: Lease, conversation: string) =>
    lease === "turn" ? store.openTurn(conversation) : store.openSend(conversation);

  beforeAll(async () => {
    database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    connection = await mongoose.createConnection(database.url).asPromise();
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });
  afterAll(async () => {
    await connection?.close();
    await database?.drop();
  });

  async function held(lease: Lease): Promise<string> {
    const [store, contact] = [await another(), someone()];
    const { conversation } = await opened(store, inbound(contact, "halo"), ["satu", "dua"]);
    await store.recordInbound([inbound(contact, "7"), inbound(contact, "kapan loket buka")]);
    expect(await take(store, lease, conversation)).toBeDefined();
    return conversation;
  }

  it.each(["turn", "send"] as const)(
    "is taken over by any process after two looks that are far enough apart: %s",
    async (lease) => {
      const conversation = await held(lease);
      expect(await take(await another(), lease, conversation), "the first to look").toBeUndefined();
      expect(await take(await another(), lease, conversation), "at once").toBeUndefined();
      await shift(conversation, lease, -LONGER_THAN_A_LEASE);
      expect(await take(await another(), lease, conversation), "one that never looked before").toBeDefined();
      expect(await take(await another(), lease, conversation), "held again, by another").toBeUndefined();
    },
  );

  it("is not taken over after its holder has passed it on to the next turn or send", async () => {
    const [store, contact] = [await another(), someone()];
    const { conversation } = await opened(store, inbound(contact, "halo"), ["satu", "dua"]);
    await store.recordInbound([inbound(contact, "7"), inbound(contact, "kapan loket buka")]);
    const [turn, send] = [await store.openTurn(conversation), await store.openSend(conversation)];
    for (const lease of ["turn", "send"] as const) {
      await take(await another(), lease, conversation);
      await shift(conversation, lease, -LONGER_THAN_A_LEASE);
    }
    expect((await store.commitTurn(turn!, result([]))).next).toBeDefined();
    expect(await store.closeSend(send!, { state: "sent" })).toBeDefined();
    for (const lease of ["turn", "send"] as const) {
      expect(await take(await another(), lease, conversation), lease).toBeUndefined();
    }
  });

  it.each(["turn", "send"] as const)(
    "is watched from the start again if the server's clock was set back: %s",
    async (lease) => {
      const conversation = await held(lease);
      const other = await another();
      await take(other, lease, conversation);
      await shift(conversation, lease, 3_600_000);
      await take(other, lease, conversation);
      await shift(conversation, lease, -LONGER_THAN_A_LEASE);
      expect(await take(other, lease, conversation)).toBeDefined();
    },
  );
});

/** The first bytes of a command that changes a conversation. */
const CHANGE = "\x02findAndModify\0\x0d\0\0\0conversation\0";

describe.skipIf(!mongoUrl)("a lease that was taken by a write whose answer was lost", { timeout: 60_000 }, () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let way: Relay;
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    way = await openRelay(database.url, 27_017);
    store = await openMongo(way.url, storeOptions());
    other = await openMongo(database.url, storeOptions());
  });
  afterAll(async () => {
    await Promise.all([store?.close(), other?.close()]);
    await way?.close();
    await database?.drop();
  });
  const away = { code: "STORE_UNAVAILABLE" };
  const losing = async (work: () => Promise<unknown>) => {
    way.loseAnswerTo(CHANGE);
    await expect(work()).rejects.toMatchObject(away);
    way.resume();
  };

  it("is taken again by the same process: a turn", async () => {
    const [recorded] = await store.recordInbound([inbound(someone(), "halo")]);
    const { conversation } = recorded!;
    await losing(() => store.openTurn(conversation));
    expect(await other.openTurn(conversation), "not of another").toBeUndefined();
    const asked = await Promise.all([store.openTurn(conversation), store.openTurn(conversation)]);
    const [first, ...more] = asked.filter((one) => one !== undefined);
    expect(more, "of two at once").toEqual([]);
    expect(first ?? (await store.openTurn(conversation))).toBeDefined();
    expect(await store.openTurn(conversation), "held now").toBeUndefined();
  });

  it("is taken again by the same process: a send", async () => {
    const { conversation } = await opened(store, inbound(someone(), "halo"), ["satu"]);
    await losing(() => store.openSend(conversation));
    expect(await other.openSend(conversation), "not of another").toBeUndefined();
    const send = await store.openSend(conversation);
    expect(send).toMatchObject({ message: { text: "satu" }, unknown: 1 });
    expect(await store.openSend(conversation), "held now").toBeUndefined();
    expect(await store.closeSend(send!, { state: "sent" })).toBeUndefined();
  });

  it("is taken again by the same process: the leases that a commit took", async () => {
    const contact = someone();
    const [recorded] = await store.recordInbound([inbound(contact, "halo"), inbound(contact, "7")]);
    const { conversation } = recorded!;
    const turn = await store.openTurn(conversation);
    await losing(() => store.commitTurn(turn!, result(["satu"]), true));
    expect(await store.openSend(conversation)).toMatchObject({ message: { text: "satu" } });
    expect((await store.openTurn(conversation))?.message.content).toEqual({ type: "text", text: "7" });
  });

  it("is not taken by another process while its holder passes it on", async () => {
    const contact = someone();
    const messages = Array.from({ length: 6 }, (_, order) => inbound(contact, `kata ${order}`, { order }));
    const [recorded] = await store.recordInbound(messages);
    const { conversation } = recorded!;
    let turn = await store.openTurn(conversation);
    let isOver = false;
    const others = [store, other].map(async (one) => {
      const stolen: unknown[] = [];
      while (!isOver) {
        const found = await one.openTurn(conversation);
        if (found) stolen.push(found.key);
      }
      return stolen;
    });
    let handled = 0;
    for (; turn; handled += 1) turn = (await store.commitTurn(turn, result([]))).next;
    isOver = true;
    expect((await Promise.all(others)).flat()).toEqual([]);
    expect(handled).toBe(messages.length);
  });
});

describe("the server's clock", () => {
  async function clockOf(server: { ahead: number }) {
    return serverClock({ command: async () => ({ localTime: new Date(Date.now() + server.ahead) }) } as never);
  }

  it("makes no moment old if it is set forward, or back and forward again", async () => {
    const server = { ahead: 0 };
    const clock = await clockOf(server);
    const moment = clock.now();
    for (const ahead of [3_600_000, -3_600_000, 0]) {
      server.ahead = ahead;
      await clock.set();
      expect(clock.since(moment), `${ahead} ms ahead`).toBeLessThan(1_000);
    }
    expect(clock.since(clock.now() - 500)).toBeLessThan(500);
  });

  it("counts from a moment before this process began", async () => {
    const clock = await clockOf({ ahead: 0 });
    expect(clock.since(clock.now() - 16_000)).toBeGreaterThanOrEqual(16_000);
  });
});
