import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ticketNumber } from "../../src/casework/number.ts";
import { answerChat } from "../../src/messaging/answer.ts";
import { deliverReplies } from "../../src/messaging/deliver.ts";
import type { Contact, InboundMessage } from "../../src/vocabulary/message.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const DAY = 86_400_000;
const NUMBER = ticketNumber("LMG", 2026, 77);
const STORY = "bantuan dipotong seratus ribu";
const SAFE = "sembunyikan";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance", "hrtime"] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function chatWithReport(phone = "6281300001") {
  const stage = await stages({ sendRate: 0, sendRateChat: 0 });
  const { messaging } = stage;
  const contact = someone(phone);
  let read = 0;
  async function says(text: string, from: Contact = contact, more: Partial<InboundMessage> = {}): Promise<string> {
    const [recorded] = await messaging.store.recordInbound([inbound(from, text, { sentAt: Date.now(), ...more })]);
    await answerChat(messaging, recorded?.conversation ?? "");
    vi.advanceTimersByTime(3_000);
    await answerChat(messaging, recorded?.conversation ?? "");
    await deliverReplies(messaging, recorded?.conversation ?? "");
    const fresh = stage.sent
      .slice(read)
      .map(({ text, choices }) => [text, ...choices.map(({ title }) => title)].join("\n"));
    read = stage.sent.length;
    return fresh.join("\n");
  }
  await says("halo");
  const conversation = (await messaging.store.conversationOf(contact)) ?? "";
  await messaging.store.openTicket({
    number: NUMBER,
    conversation,
    district: "lamongan",
    category: "cut",
    text: STORY,
    person: {},
    locale: "id",
    openedAt: Date.now(),
  });
  return { ...stage, contact, conversation, says };
}

const LIST = "lihat laporan saya";

describe("a chat that somebody else may hold now", () => {
  it("shows its reports after 89 days without a message", async () => {
    const { says } = await chatWithReport();
    expect(await says(LIST)).toContain(NUMBER);
    vi.advanceTimersByTime(89 * DAY);
    expect(await says(LIST)).toContain(NUMBER);
  });

  it.each([
    { name: "after 90 days without a message", change: {}, wait: 91 * DAY },
    { name: "when the same number comes with another user id", change: { aliases: ["ID.2"] }, wait: 0 },
  ])(
    "$name hides its reports, says so once, and shows the reports to a person who names one",
    async ({ change, wait }) => {
      const { says, contact } = await chatWithReport();
      await says("halo", contact, { aliases: ["ID.1"] });
      vi.advanceTimersByTime(wait);
      const first = await says(LIST, contact, change);
      expect(first).toContain(SAFE);
      expect(first).not.toContain(NUMBER);
      const second = await says(LIST, contact, change);
      expect(second).not.toContain(SAFE);
      expect(second).not.toContain(NUMBER);
      expect(await says(NUMBER, contact, change)).toContain(STORY);
      expect(await says(LIST, contact, change)).toContain(NUMBER);
    },
  );

  it.each([
    { name: "its own user", change: {}, told: true },
    { name: "another user id", change: { aliases: ["ID.2"] }, told: false },
  ])("a citizen's told words are known to $name: $told", async ({ change, told }) => {
    const { says, contact } = await chatWithReport();
    await says("beras bantuan busuk dan berkutu di desa Jegreg", contact, { aliases: ["ID.1"] });
    await says("eh tidak jadi, mau cek dulu saja", contact);
    const asked = await says("petugas", contact, change);
    if (told) expect(asked).toContain("berkutu");
    else expect(asked).not.toContain("berkutu");
  });

  it("that moved to a new number shows its reports at neither number", async () => {
    const { says, contact, messaging } = await chatWithReport();
    vi.advanceTimersByTime(1_000);
    const moved = { ...contact, address: "6281300002" };
    await messaging.store.moveContact(contact, moved.address, { id: "m1" });
    expect(await says(LIST, moved)).not.toContain(NUMBER);
    const stranger = await says(LIST, contact);
    expect(stranger).not.toContain(NUMBER);
    expect(stranger, "nothing was ever there").not.toContain(SAFE);
    expect(await says(NUMBER, contact)).not.toContain(STORY);
    expect(await says(NUMBER, moved)).toContain(STORY);
  });

  it("without reports does not say that reports are hidden", async () => {
    const stage = await stages();
    const contact = someone();
    const [recorded] = await stage.messaging.store.recordInbound([inbound(contact, "halo")]);
    await answerChat(stage.messaging, recorded?.conversation ?? "");
    vi.advanceTimersByTime(100 * DAY);
    await stage.messaging.store.recordInbound([inbound(contact, "halo")]);
    await answerChat(stage.messaging, recorded?.conversation ?? "");
    const texts = (await stage.messaging.store.history(contact, 20)).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join("\n")).not.toContain(SAFE);
  });

  it.each([
    { name: "that was quiet for 90 days", wait: 91 * DAY, shown: false },
    { name: "that is in use", wait: 0, shown: true },
  ])("an officer's answer to a chat $name shows its words: $shown", async ({ wait, shown }) => {
    const { messaging, conversation, sent } = await chatWithReport();
    vi.advanceTimersByTime(wait);
    const card = { tone: "good" as const, status: "keadaan yang rahasia", names: ["program yang rahasia"] };
    const words = body("jawaban petugas yang rahasia", { ticket: NUMBER, card });
    await messaging.store.addOutbound(conversation, "a1", words);
    await deliverReplies(messaging, conversation);
    const last = sent.at(-1);
    expect(last?.text.includes("rahasia")).toBe(shown);
    if (!shown) expect(JSON.stringify(last)).not.toMatch(new RegExp(`rahasia|${NUMBER}`));
  });
});
