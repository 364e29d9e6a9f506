import { randomBytes } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import { channelKey } from "../../src/channels/accounts.ts";
import { newSession, type Session } from "../../src/conversation/engine/session.ts";
import { stripAt } from "../../src/conversation/engine/strip-session.ts";
import { answerChat } from "../../src/messaging/answer.ts";
import { stripSessions } from "../../src/messaging/tidy.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import type { TurnResult } from "../../src/store/ports/turns.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import type { Content } from "../../src/vocabulary/message.ts";
import { storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

const NIK = "3524015206799901";
const HOUR = 3_600_000;
const words: Content = { type: "text", text: `NIK saya ${NIK}, tolong dicek` };
const photo: Content = { type: "media", kind: "image", file: "f", caption: `KTP ${NIK}` };

const stores: [string, () => Promise<Store>][] = [
  ["SQLite", () => openSqlite("sqlite::memory:", storeOptions())],
  ...(mongoUrl
    ? [
        [
          "MongoDB",
          async () => {
            const { url, drop } = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
            onTestFinished(drop);
            return openMongo(url, storeOptions());
          },
        ] as [string, () => Promise<Store>],
      ]
    : []),
];

describe.each(stores)("a chat at rest on %s", (_, open) => {
  const opened = async () => {
    const store = await open();
    onTestFinished(() => store.close());
    return { store, ...(await stages({ store })) };
  };
  const resting = async (store: Store, session: Session): Promise<string> => {
    const [recorded] = await store.recordInbound([inbound(someone(), "halo")]);
    const conversation = recorded?.conversation ?? "";
    const turn = await store.openTurn(conversation);
    const strip = stripAt(session);
    const stripping = strip === undefined ? {} : { stripAt: strip };
    await store.commitTurn(turn!, { session, replies: [], effects: [], outcome: "handled", ...stripping });
    return conversation;
  };
  const sessionIn = async (store: Store, conversation: string) => (await store.storedSession(conversation))?.session;

  it.each<[string, Partial<Session>]>([
    ["bubbles that wait for more", { gathered: [words, photo], gatheredAt: Date.now() - HOUR }],
    [
      "an answer that can be taken back",
      { replying: { sent: [{ number: "LMG-26-000001-1", at: Date.now() - HOUR, content: words }] } },
    ],
    [
      "an answer with a photo",
      { replying: { to: "LMG-26-000001-1", sent: [{ number: "x", at: Date.now() - HOUR, content: photo }] } },
    ],
  ])("loses the numbers in %s, and keeps the other words", async (_what, more) => {
    const { store, messaging } = await opened();
    const session = { ...newSession("id"), lastAt: Date.now() - HOUR, ...more };
    const conversation = await resting(store, session);
    expect(await stripSessions(messaging)).toBe(1);
    const kept = await sessionIn(store, conversation);
    expect(JSON.stringify(kept)).not.toContain(NIK);
    const masked = JSON.parse(JSON.stringify(session).replaceAll(NIK, "••••••••••••••01"));
    expect(kept).toEqual(masked);
    expect(await stripSessions(messaging)).toBe(0);
  });

  it("keeps the numbers while the citizen still writes, also if the last turn was long ago", async () => {
    const { store, messaging } = await opened();
    const session = { ...newSession("id"), lastAt: 1, gathered: [words], gatheredAt: Date.now() };
    const conversation = await resting(store, session);
    expect(await stripSessions(messaging)).toBe(0);
    expect(JSON.stringify(await sessionIn(store, conversation))).toContain(NIK);
  });

  it("gets a time for `stripSessions` from every turn: also if the turn gathers messages or sets one aside", async () => {
    const { store, messaging, channel } = await opened();
    const { limitsItself: _, ...limited } = channel;
    const own = { ...limited, name: "telegram" };
    const channels = new Map([[channelKey({ channel: own.name, account: own.account }), own]]);
    const results: TurnResult[] = [];
    const watched: Store = {
      ...store,
      commitTurn(turn, result, open) {
        results.push(result);
        return store.commitTurn(turn, result, open);
      },
    };
    const proof = { person: "p", nik: NIK, tier: 2 as const, until: Date.now() + HOUR };
    for (const more of [{ at: "complaint.what" }, { pace: { since: Date.now(), count: 500 } }]) {
      const contact = { ...someone(), channel: own.name };
      const [recorded] = await store.recordInbound([inbound(contact, "halo")]);
      const conversation = recorded?.conversation ?? "";
      const turn = await store.openTurn(conversation);
      const session = { ...newSession("id"), lastAt: Date.now(), proof, ...more };
      await store.commitTurn(turn!, { session, replies: [], effects: [], outcome: "handled" });
      await store.recordInbound([inbound(contact, `berasnya bau, ${NIK}`), inbound(contact, "sudah dua bulan begini")]);
      await answerChat({ ...messaging, store: watched, channels }, conversation);
    }
    expect(results).toHaveLength(3);
    expect(results.some(({ session }) => JSON.stringify(session).includes(`berasnya bau, ${NIK}`))).toBe(true);
    for (const { session, stripAt: due } of results) {
      expect(due).toBeDefined();
      expect(due).toBe(stripAt(session as Session));
    }
  });
});
