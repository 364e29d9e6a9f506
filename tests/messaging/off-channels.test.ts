import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { composeTicketMessage } from "../../src/casework/desk/ticket-words.ts";
import { answerChat } from "../../src/messaging/answer.ts";
import { deliverReplies } from "../../src/messaging/deliver.ts";
import { openSpool } from "../../src/messaging/spool.ts";
import { startSweep } from "../../src/messaging/sweep.ts";
import { openInlineQueue } from "../../src/queue/inline.ts";
import { fickleStores } from "../support/fickle-stores.ts";
import { testVault } from "../support/keys.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const OFF = new Map();
const ACCOUNT = { channel: "webchat", account: "lamongan" };

describe.each(fickleStores)("a chat whose channel is not on here, $name", { timeout: 60_000 }, ({ open }) => {
  /** `off` has the same stages without any channel. */
  async function opened() {
    const { store, close } = await open();
    onTestFinished(close);
    const stage = await stages({ store });
    return { ...stage, store, off: { ...stage.messaging, channels: OFF } };
  }

  it("waits without a counted attempt and with one log line, and is answered when the channel is on again", async () => {
    const { store, off, messaging, lines, sent } = await opened();
    const [first, other] = await store.recordInbound([inbound(someone(), "halo"), inbound(someone(), "halo")]);
    const conversation = first?.conversation ?? "";
    for (let time = 0; time < 10; time += 1) {
      await answerChat(off, conversation);
      await answerChat(off, other?.conversation ?? "");
      await store.wakeRestingChats([ACCOUNT]);
    }
    expect(lines.map(({ level, message }) => [level, message])).toEqual([
      ["warn", expect.stringContaining("an account that is not on here")],
    ]);
    expect(await store.deadLetters(10)).toEqual([]);
    await answerChat(messaging, conversation);
    await deliverReplies(messaging, conversation);
    expect(sent).toHaveLength(1);
  });

  it("is opened by no process while it rests", async () => {
    const { store, off, messaging, sent } = await opened();
    const [first] = await store.recordInbound([inbound(someone(), "halo")]);
    const conversation = first?.conversation ?? "";
    await answerChat(off, conversation);
    expect((await store.waiting(10)).inbound).toEqual([]);
    expect(await store.openTurn(conversation)).toBeUndefined();
    await answerChat(messaging, conversation);
    expect(sent).toEqual([]);
  });

  it("hides no other chat from the sweeper, and all resting chats are found when their account is on again", async () => {
    const { store, messaging } = await opened();
    const queue = openInlineQueue(() => undefined);
    const directory = mkdtempSync(join(tmpdir(), "sapa-rests-"));
    const spool = await openSpool(directory, testVault(), () => undefined);
    const contact = { channel: "telegram", account: "1000" };
    const recorded = await store.recordInbound([
      ...Array.from({ length: 1_200 }, (_, index) => inbound({ ...contact, address: `${index}` }, "halo")),
      inbound(someone(), "tolong"),
    ]);
    const stage = { ...messaging, queue, spool };
    queue.work({ inbound: ({ conversation }) => answerChat(stage, conversation) });
    const first = startSweep(stage);
    await expect.poll(async () => (await store.waiting(2_000)).inbound, { timeout: 40_000, interval: 500 }).toEqual([]);
    await first.stop();
    const live = recorded.at(-1)?.conversation ?? "";
    expect((await store.backlog()).inbound, "all but the live one wait").toBe(1_200);
    expect((await store.waiting(10)).outbound).toEqual([live]);
    const [channel] = stage.channels.values();
    const on = { ...channel!, name: contact.channel, account: contact.account };
    await queue.close(5_000);
    const next = openInlineQueue(() => undefined);
    const woken = new Set<string>();
    next.work({ inbound: async ({ conversation }) => void woken.add(conversation) });
    const second = startSweep({ ...stage, queue: next, channels: new Map([["telegram 1000", on]]) });
    await expect.poll(() => woken.size, { timeout: 10_000 }).toBe(1_000);
    await second.stop();
    await next.close(5_000);
    rmSync(directory, { recursive: true });
  });

  it("keeps its replies without an alarm, and is tried again later", async () => {
    const { store, off, lines } = await opened();
    const [first] = await store.recordInbound([inbound(someone(), "halo")]);
    const conversation = first?.conversation ?? "";
    await store.addOutbound(conversation, "e1", body("jawaban"));
    await deliverReplies(off, conversation);
    expect(await store.openSend(conversation), "rests").toBeUndefined();
    expect((await store.backlog()).outbound).toBe(1);
    expect(lines.filter(({ level, fields }) => level === "error" || fields.alarm)).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  it("still lets the service compose a message to its ticket's citizen", async () => {
    const { store, off } = await opened();
    const [first] = await store.recordInbound([inbound(someone(), "halo")]);
    const ticket = await store.openTicket({
      number: "LMG-26-009901-1",
      district: "lamongan",
      category: "not-paid",
      text: "belum cair",
      person: {},
      locale: "id",
      openedAt: Date.now(),
      conversation: first?.conversation ?? "",
    });
    const words = await composeTicketMessage(off, ticket, { parts: [{ key: "common.poison" }] });
    expect(words).toMatchObject([{ ticket: ticket.number }]);
  });
});
