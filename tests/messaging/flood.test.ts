import { describe, expect, it } from "vitest";
import { answer } from "../../src/messaging/answer.ts";
import { paceAfter } from "../../src/messaging/flood.ts";
import { channelKey } from "../../src/messaging/messaging.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const MINUTE = 60_000;

async function chatOn(name: string) {
  const { messaging, channel } = await stages();
  const own = { ...channel, name };
  const channels = new Map([[channelKey({ channel: name, account: own.account }), own]]);
  const contact = { ...someone(), channel: name };
  const { store } = messaging;
  const say = async (texts: readonly string[]) => {
    const [recorded] = await store.recordInbound(texts.map((text) => inbound(contact, text)));
    const conversation = recorded?.conversation ?? "";
    await answer({ ...messaging, channels }, conversation);
  };
  return { store, say };
}

describe("a chat that writes faster than any person", () => {
  it.each(["telegram", "whatsapp", "whatsapp-web"])(
    "is answered 100 times on %s, then told once; all is kept",
    async (name) => {
      const { store, say } = await chatOn(name);
      await say(Array.from({ length: 100 }, () => "menu"));
      const before = (await store.backlog()).outbound;
      await say(Array.from({ length: 60 }, () => "menu"));
      const { inbound: waiting, outbound, dead } = await store.backlog();
      expect({ waiting, more: outbound - before, dead }).toEqual({ waiting: 0, more: 1, dead: 0 });
    },
  );

  it("is answered in the web chat, which refuses before it keeps", async () => {
    const { store, say } = await chatOn("webchat");
    await say(Array.from({ length: 103 }, () => "menu"));
    expect((await store.backlog()).outbound).toBeGreaterThanOrEqual(103);
  });

  it("is answered again in the next window, and after a clock was set back", () => {
    const full = { since: 0, count: 160 };
    expect(paceAfter(full, 9 * MINUTE)).toEqual({ since: 0, count: 161 });
    expect(paceAfter(full, 11 * MINUTE)).toEqual({ since: 11 * MINUTE, count: 1 });
    expect(paceAfter(full, -1)).toEqual({ since: -1, count: 1 });
  });
});
