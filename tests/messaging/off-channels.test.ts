import { describe, expect, it, onTestFinished } from "vitest";
import { composeTicketMessage } from "../../src/casework/desk/ticket-words.ts";
import { answerChat } from "../../src/messaging/answer.ts";
import { deliverReplies } from "../../src/messaging/deliver.ts";
import { fickleStores } from "../support/fickle-stores.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const OFF = new Map();
const MINUTE = 60_000;

describe.each(fickleStores)("a chat whose channel is not on here, $name", { timeout: 60_000 }, ({ open }) => {
  /** The stages with no channel on, by a clock that the test sets. */
  async function opened() {
    const { store, close } = await open();
    onTestFinished(close);
    let at = 0;
    const stage = await stages({ store, now: () => at });
    const off = { ...stage.messaging, channels: OFF };
    return { ...stage, store, off, later: (ms: number) => (at += ms) };
  }

  it("waits without an attempt, with one line in the log, and is answered when it is on again", async () => {
    const { store, off, messaging, lines, sent, later } = await opened();
    const [first] = await store.recordInbound([inbound(someone(), "halo")]);
    const [other] = await store.recordInbound([inbound(someone(), "halo")]);
    const conversation = first?.conversation ?? "";
    for (let second = 0; second < 200; second += 1) {
      await answerChat(off, conversation);
      await answerChat(off, other?.conversation ?? "");
      later(10_000);
    }
    expect(lines.map(({ level, message }) => [level, message])).toEqual([
      ["warn", expect.stringContaining("an account that is not on here")],
    ]);
    expect(await store.deadLetters(10)).toEqual([]);
    later(10 * MINUTE);
    await answerChat(messaging, conversation);
    await deliverReplies(messaging, conversation);
    expect(sent).toHaveLength(1);
  });

  it("is not opened again while it rests", async () => {
    const { store, off } = await opened();
    const [first] = await store.recordInbound([inbound(someone(), "halo")]);
    let opens = 0;
    const counting = {
      ...off,
      store: {
        ...store,
        openTurn: (conversation: string) => {
          opens += 1;
          return store.openTurn(conversation);
        },
      },
    };
    for (let second = 0; second < 30; second += 1) await answerChat(counting, first?.conversation ?? "");
    expect(opens).toBe(1);
  });

  it("keeps its replies, alarms nobody of a platform that stopped it, and looks again later", async () => {
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

  it("has its ticket's words put into narrow limits, so that officers and the ladder go on", async () => {
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
