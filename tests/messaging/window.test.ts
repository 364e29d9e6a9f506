import { describe, expect, it } from "vitest";
import { deliverReplies } from "../../src/messaging/deliver.ts";
import { AppError, type ErrorCode } from "../../src/vocabulary/errors.ts";
import type { OutboundMessage } from "../../src/vocabulary/message.ts";
import { opened } from "../conformance/store-steps.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;

/** In ms: the citizen wrote `quiet` ago, and the platform's clock is `ahead` of ours. */
async function chat({ quiet, window = DAY, ahead = 0 }: { quiet: number; window?: number; ahead?: number }) {
  const stage = await stages();
  const asked: OutboundMessage[] = [];
  let refusal: ErrorCode | undefined;
  Object.assign(stage.channel, {
    ...(window > 0 ? { window } : {}),
    ...(ahead ? { now: () => Date.now() + ahead } : {}),
    async askToWrite(message: OutboundMessage) {
      if (refusal) throw new AppError(refusal, "no template");
      asked.push(message);
    },
  });
  const sentAt = Date.now() + ahead - quiet;
  const { conversation } = await opened(stage.messaging.store, inbound(someone(), "halo", { sentAt }), []);
  let made = 0;
  return {
    ...stage,
    asked,
    refuse: (code: ErrorCode | undefined) => {
      refusal = code;
    },
    async say(more: Partial<OutboundMessage> = {}) {
      made += 1;
      const id = await stage.messaging.store.addOutbound(conversation, `n${made}`, body("kabar", more));
      await deliverReplies(stage.messaging, conversation);
      return (await stage.messaging.store.outboundStates([id]))[id];
    },
  };
}

const WAITING = { state: "waiting", code: "WINDOW_CLOSED" };

describe("the window is checked when a message is sent", () => {
  it.each([
    { label: "heard an hour ago", quiet: HOUR, sent: true },
    { label: "heard a day and 30 seconds ago, within the margin", quiet: DAY + MINUTE / 2, sent: true },
    { label: "heard more than a day ago", quiet: DAY + 2 * MINUTE, sent: false },
    { label: "heard a month ago", quiet: 30 * DAY, sent: false },
    { label: "heard in the future by our clock", quiet: -HOUR, sent: true },
    { label: "on a channel without a window", quiet: 30 * DAY, window: 0, sent: true },
    {
      label: "heard an hour ago by the platform's clock, our clock a week fast",
      quiet: HOUR,
      ahead: -7 * DAY,
      sent: true,
    },
    {
      label: "heard two days ago by the platform's clock, our clock a week slow",
      quiet: 2 * DAY,
      ahead: 7 * DAY,
      sent: false,
    },
  ])("$label: free text goes out: $sent", async ({ sent, ...heard }) => {
    const { say, sent: called, asked } = await chat(heard);
    expect(await say()).toEqual(sent ? { state: "sent" } : WAITING);
    expect([called.length, asked.length]).toEqual(sent ? [1, 0] : [0, 1]);
  });

  it("the citizen is asked to write once a day, with the first message that waits", async () => {
    const { say, asked } = await chat({ quiet: 25 * HOUR });
    await say({ ticket: "LMG-26-000001-1" });
    expect(await say()).toEqual(WAITING);
    expect(asked).toMatchObject([{ ticket: "LMG-26-000001-1", locale: "id" }]);
  });

  it("no other free text is sent after the platform refused one", async () => {
    const { say, sendWith, asked } = await chat({ quiet: HOUR });
    let calls = 0;
    sendWith(() => {
      calls += 1;
      return Promise.reject(new AppError("WINDOW_CLOSED", "platform"));
    });
    expect([await say(), await say()]).toEqual([WAITING, WAITING]);
    expect([calls, asked.length]).toEqual([1, 1]);
  });
});

describe("a template that fails", () => {
  it("holds the account that the platform has stopped, so other chats send no template", async () => {
    const { say, refuse, messaging, asked, channel } = await chat({ quiet: 25 * HOUR });
    refuse("CHANNEL_STOPPED");
    await say();
    refuse(undefined);
    const { conversation } = await opened(messaging.store, inbound(someone(), "halo", { sentAt: 0 }), ["kabar"]);
    await deliverReplies(messaging, conversation);
    expect(await messaging.holds.findHold(channel)).toMatchObject({ code: "CHANNEL_STOPPED" });
    expect(asked).toEqual([]);
  });

  it.each([
    { code: "CHANNEL_REJECTED", becomes: WAITING, later: 1 },
    { code: "CONTACT_UNREACHABLE", becomes: WAITING, later: 1 },
    { code: "CHANNEL_UNKNOWN", becomes: WAITING, later: 0 },
    { code: "CHANNEL_BUSY", becomes: { state: "pending", code: "CHANNEL_BUSY" }, later: 0 },
    { code: "CHANNEL_STOPPED", becomes: { state: "pending", code: "CHANNEL_STOPPED" }, later: 0 },
  ] as const)("with $code leaves the message $becomes.state, with one warning", async ({ code, becomes, later }) => {
    const { say, refuse, asked, lines } = await chat({ quiet: 25 * HOUR });
    refuse(code);
    expect(await say()).toEqual(becomes);
    expect(lines.filter(({ level }) => level === "warn")).toMatchObject([{ message: "not asked to write" }]);
    refuse(undefined);
    await say();
    expect(asked, "the next message asks, unless an earlier request may have arrived or is still tried").toHaveLength(
      later,
    );
  });
});
