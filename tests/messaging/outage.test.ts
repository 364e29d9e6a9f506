import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { channelKey } from "../../src/channels/accounts.ts";
import { deliverReplies } from "../../src/messaging/deliver.ts";
import { AppError, type ErrorCode, type ErrorDetails } from "../../src/vocabulary/errors.ts";
import { opened } from "../conformance/store-steps.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance", "hrtime"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const thrown = (code: ErrorCode, details: ErrorDetails = {}) => new AppError(code, "platform", { details });
const HANG = thrown("CHANNEL_UNKNOWN");
const REFUSED = thrown("CHANNEL_BUSY", { unreached: true });
const BAD_GATEWAY = thrown("CHANNEL_BUSY", { platformCode: 502 });

type Told = { level: string; message: string; fields: Record<string, unknown> };
const alarmsIn = (lines: readonly Told[]) =>
  lines.flatMap(({ fields }) => (fields.alarm === undefined ? [] : [fields.alarm]));

/** The platform fails with `failure` until `back` is called. */
async function outage(failure: AppError, { chats = 1, pings = false, mass = false } = {}) {
  const stage = await stages({ sendRate: 0, sendRateChat: 0 });
  const calls: { at: number; text: string }[] = [];
  const began = Date.now();
  let away = true;
  if (pings) {
    const ping = async () => {
      if (away) throw failure;
    };
    const key = channelKey({ channel: "webchat", account: "lamongan" });
    stage.messaging.channels = new Map([[key, { ...stage.channel, ping }]]);
  }
  stage.sendWith(async ({ text }) => {
    calls.push({ at: Date.now() - began, text });
    if (away) throw failure;
  });
  const conversations: string[] = [];
  for (let chat = 0; chat < chats; chat += 1) {
    const { conversation } = await opened(
      stage.messaging.store,
      inbound(someone(), "halo"),
      mass ? [] : [`a${chat}`, `b${chat}`],
    );
    if (mass) await stage.messaging.store.addOutbound(conversation, "n1", body("kabar", { mass: true }));
    conversations.push(conversation);
  }
  async function pass(ms: number, step = 10_000): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      for (const conversation of conversations) await deliverReplies(stage.messaging, conversation);
      await Promise.resolve();
      vi.advanceTimersByTime(step);
    }
  }
  return {
    ...stage,
    calls,
    pass,
    back: () => {
      away = false;
    },
    waiting: async () => (await stage.messaging.store.backlog()).outbound,
  };
}

describe("a reply in an outage", () => {
  it("that may have arrived is repeated five times in more than three hours, then given up", async () => {
    const { calls, pass, lines, waiting } = await outage(HANG);
    await pass(3 * HOUR);
    expect(await waiting(), "still to be sent").toBe(2);
    await pass(2 * HOUR, 60_000);
    const own = calls.filter(({ text }) => text === "a0");
    expect(own).toHaveLength(6);
    expect((own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0)).toBeGreaterThanOrEqual(3 * HOUR);
    const gaps = own.slice(1).map(({ at }, index) => at - (own[index]?.at ?? 0));
    expect(gaps, "growing").toEqual([...gaps].sort((a, b) => a - b));
    expect(lines.filter(({ level, fields }) => level === "error" && fields.result === "failed")).toHaveLength(1);
  });

  it.each([
    { name: "that never left", failure: REFUSED },
    { name: "that the platform answers with 502", failure: BAD_GATEWAY },
  ])("$name is tried until it is a day old", async ({ failure }) => {
    const { pass, back, sent, waiting } = await outage(failure, { chats: 3 });
    await pass(23 * HOUR, 60_000);
    expect(await waiting()).toBe(6);
    back();
    await pass(HOUR / 2, 60_000);
    expect(sent.map(({ text }) => text).sort()).toEqual(["a0", "a1", "a2", "b0", "b1", "b2"]);
    for (const chat of [0, 1, 2]) {
      const own = sent.map(({ text }) => text).filter((text) => text.endsWith(String(chat)));
      expect(own, "in order").toEqual([`a${chat}`, `b${chat}`]);
    }
  });

  it("that never left is given up after a day, and the log has an error", async () => {
    const { pass, lines } = await outage(REFUSED);
    await pass(25 * HOUR, 60_000);
    expect(lines.some(({ level, fields }) => level === "error" && fields.result === "failed")).toBe(true);
  });

  it.each([
    { name: "150 seconds of silence", failure: HANG, ms: 150_000 },
    { name: "a night of silence", failure: HANG, ms: 9 * HOUR },
    { name: "a night without DNS", failure: REFUSED, ms: 9 * HOUR },
    { name: "a night of 502", failure: BAD_GATEWAY, ms: 9 * HOUR },
  ])("of $name waits with its account, and pings test the platform", async ({ failure, ms }) => {
    const { pass, back, calls, lines, sent, waiting } = await outage(failure, { chats: 5, pings: true });
    await pass(ms, Math.max(ms / 1_000, 1_000));
    expect(await waiting()).toBe(10);
    expect(calls.length).toBeLessThan(9);
    expect(alarmsIn(lines)).toEqual(["outage"]);
    back();
    await pass(10 * 60_000);
    expect(sent).toHaveLength(10);
    expect(alarmsIn(lines)).toEqual(["outage", "outage-over"]);
  });

  it("raises alarms for the outage and for its end", async () => {
    const one = await outage(REFUSED, { pings: true });
    await one.pass(60_000);
    one.back();
    await one.pass(5 * 60_000);
    expect(alarmsIn(one.lines)).toEqual(["outage", "outage-over"]);
  });

  it("failures of one chat do not delay other chats for long", async () => {
    const stage = await stages({ sendRate: 0, sendRateChat: 0 });
    const { conversation: ill } = await opened(stage.messaging.store, inbound(someone(), "halo"), ["ill"]);
    stage.sendWith(async ({ text }) => {
      if (text === "ill") throw thrown("CHANNEL_BUSY", { platformCode: 131_000 });
    });
    for (let minute = 0; minute < 60; minute += 1) {
      await deliverReplies(stage.messaging, ill);
      const { conversation } = await opened(stage.messaging.store, inbound(someone(), "halo"), [`w${minute}`]);
      await deliverReplies(stage.messaging, conversation);
      vi.advanceTimersByTime(60_000);
    }
    expect(stage.sent).toHaveLength(60);
  });

  it("a mass notice that may have arrived is never repeated; a mass notice that never left is sent once", async () => {
    const hung = await outage(HANG, { chats: 1, mass: true });
    await hung.pass(HOUR, 60_000);
    expect(hung.calls).toHaveLength(1);
    const refused = await outage(REFUSED, { chats: 1, mass: true });
    await refused.pass(HOUR, 60_000);
    refused.back();
    await refused.pass(HOUR, 60_000);
    expect(refused.sent.map(({ text }) => text)).toEqual(["kabar"]);
  });
});
