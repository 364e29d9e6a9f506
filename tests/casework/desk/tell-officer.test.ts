import { describe, expect, it } from "vitest";
import { makeNotices } from "../../../src/casework/desk/notices.ts";
import { sayToOfficer } from "../../../src/casework/desk/tell-officer.ts";
import { chatsOf, Officer } from "../../../src/casework/officer.ts";
import { inbound, someone } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf } from "../../support/officers.ts";

describe("the chats that get an officer's notices", () => {
  it.each([
    { record: {}, chats: [] },
    { record: { telegram: "7001" }, chats: [{ channel: "telegram", address: "7001" }] },
    {
      record: { telegram: "7001", chats: [{ channel: "whatsapp", address: "6281" }] },
      chats: [
        { channel: "telegram", address: "7001" },
        { channel: "whatsapp", address: "6281" },
      ],
    },
    { record: { chats: [{ channel: "webchat", address: "w" }] }, chats: [{ channel: "webchat", address: "w" }] },
  ])("with $record in the officer's record: $chats", ({ record, chats }) => {
    const stored = JSON.parse(JSON.stringify(officerOf("dinsos", { id: "dina", name: "Dina", ...record })));
    expect(chatsOf(Officer.parse(stored))).toEqual(chats);
  });

  it("an officer without Telegram gets notices in a chat of another channel", async () => {
    const { messaging } = await stages();
    const { store } = messaging;
    const contact = someone();
    const [recorded] = await store.recordInbound([inbound(contact, "halo")]);
    const chats = [{ channel: contact.channel, address: contact.address }];
    const dina = officerOf("dinsos", { id: "dina", name: "Dina", chats });
    const ticket = await store.openTicket({
      number: "LMG-26-9001-X",
      district: "lamongan",
      category: "other",
      locale: "id",
      text: "kata-kata",
      openedAt: Date.now(),
      person: {},
    });
    expect(await makeNotices(messaging, ticket, [dina])).toMatchObject([{ officer: "dina" }]);
    for (const _ of ["once", "repeated"]) await sayToOfficer(messaging, dina, "news", "Ada laporan");
    const turn = await store.openTurn(recorded!.conversation);
    await store.commitTurn(turn!, { session: {}, replies: [], effects: [], outcome: "handled" });
    const send = await store.openSend(recorded!.conversation);
    expect(send?.message.text).toBe("Ada laporan");
    expect(await store.closeSend(send!, { state: "sent" })).toBeUndefined();
  });
});
