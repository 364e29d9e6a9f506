import { describe, expect, it } from "vitest";
import { channelKey } from "../../src/channels/accounts.ts";
import type { Channel } from "../../src/channels/channel.ts";
import { answerChat } from "../../src/messaging/answer.ts";
import { paceAfter, urgentInFlood } from "../../src/messaging/flood.ts";
import type { Signal } from "../../src/signals/signal-names.ts";
import type { Content, InboundMessage } from "../../src/vocabulary/message.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const MINUTE = 60_000;

async function chatOn(name: string) {
  const { messaging, channel } = await stages();
  const { limitsItself, ...limited } = channel;
  const own = { ...limited, name, ...(name === "webchat" ? { limitsItself } : {}) } as Channel;
  const channels = new Map([[channelKey({ channel: name, account: own.account }), own]]);
  const contact = { ...someone(), channel: name };
  const { store } = messaging;
  const record = async (messages: readonly InboundMessage[]) => {
    const [recorded] = await store.recordInbound(messages);
    const conversation = recorded?.conversation ?? "";
    await answerChat({ ...messaging, channels }, conversation);
  };
  const say = (texts: readonly string[]) => record(texts.map((text) => inbound(contact, text)));
  const send = (content: Content) => record([{ ...inbound(contact, ""), content }]);
  return { store, contact, say, send };
}

describe("a chat that writes faster than any person", () => {
  it.each(["telegram", "whatsapp", "whatsapp-web", "a-new-one"])(
    "gets 100 answers on %s, then one sentence; all its messages are kept",
    async (name) => {
      const { store, say } = await chatOn(name);
      await say(Array.from({ length: 100 }, () => "menu"));
      const before = (await store.backlog()).outbound;
      await say(Array.from({ length: 60 }, () => "menu"));
      const { inbound: waiting, outbound, dead } = await store.backlog();
      expect({ waiting, more: outbound - before, dead }).toEqual({ waiting: 0, more: 1, dead: 0 });
    },
  );

  it.each<[string, Content]>([
    ["words", { type: "text", text: "saya sudah capek hidup rasanya mau mati saja" }],
    ["a photo's caption", { type: "media", kind: "image", file: "f1", caption: "anak tidak makan 2 hari" }],
  ])("gets help and an urgent ticket when %s tell of danger", async (_, content) => {
    const { store, say, send, contact } = await chatOn("whatsapp");
    await say(Array.from({ length: 110 }, () => "menu"));
    const before = (await store.backlog()).outbound;
    await send(content);
    expect((await store.backlog()).outbound).toBeGreaterThan(before);
    const conversation = await store.conversationOf(contact);
    expect(await store.ticketsOf({ conversation: conversation ?? "" })).toMatchObject([
      { kind: "urgent", state: "new" },
    ]);
    await say(["menu"]);
    expect(await store.sessionOf(conversation ?? "")).toMatchObject({ pace: { count: 112, urgent: 1 } });
  });

  it("gets a limited number of answers to messages of danger", () => {
    const read = (): Signal[] => ["hunger"];
    const cry: Content = { type: "text", text: "lapar" };
    let pace: Parameters<typeof urgentInFlood>[1] | undefined = { since: 0, count: 101 };
    let answered = 0;
    for (let next = pace; next && answered < 100; answered += 1) {
      pace = next;
      next = urgentInFlood(cry, pace, read) as typeof next;
    }
    expect([answered, pace]).toEqual([21, { since: 0, count: 101, urgent: 20 }]);
    expect(urgentInFlood(cry, { since: 0, count: 101 }, () => ["fear"])).toBeUndefined();
  });

  it("gets every answer in the web chat, which limits its own messages", async () => {
    const { store, say } = await chatOn("webchat");
    await say(Array.from({ length: 103 }, () => "menu"));
    expect((await store.backlog()).outbound).toBeGreaterThanOrEqual(103);
  });

  it("begins a new window after ten minutes, and after the clock was set back", () => {
    const full = { since: 0, count: 160 };
    expect(paceAfter(full, 9 * MINUTE)).toEqual({ since: 0, count: 161 });
    expect(paceAfter(full, 11 * MINUTE)).toEqual({ since: 11 * MINUTE, count: 1 });
    expect(paceAfter(full, -1)).toEqual({ since: -1, count: 1 });
  });
});
