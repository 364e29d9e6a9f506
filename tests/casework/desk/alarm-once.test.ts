import { expect, it } from "vitest";
import { assignTicket } from "../../../src/casework/desk/assign.ts";
import { channelKey } from "../../../src/channels/accounts.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { inbound } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const limits = { text: 4_096, textWithChoices: 4_096, choices: 8, choiceTitle: 60, choiceDescription: 0 };
const telegram: Channel = {
  ...{ name: "telegram", account: "bot", district: "lamongan", send: async () => undefined },
  limits: { ...limits, rate: 0, chatRate: 0, burst: 1 },
};

it("an officer gets one alarm about a ticket, and news after further words", async () => {
  const { messaging } = await stages({
    channels: new Map([[channelKey({ channel: telegram.name, account: telegram.account }), telegram]]),
  });
  const { store } = messaging;
  const chat = { channel: "telegram", address: "7003" };
  await store.saveOfficer(officerOf("dinsos", { urgent: true, survivor: true, telegram: chat.address, chats: [chat] }));
  const [recorded] = await store.recordInbound([inbound({ ...chat, account: "bot" }, "/start")]);
  const conversation = recorded?.conversation ?? "";
  const number = "LMG-26-930001-1";
  const draft = { district: "lamongan", text: "", locale: "id", person: {}, area: VILLAGE } as const;
  await store.openTicket({ ...draft, number, category: "violence", openedAt: Date.now() });
  await assignTicket(messaging, number);
  await store.changeTicket(number, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "ya" });
  expect(await store.ticket(number)).toMatchObject({ news: true });
  await assignTicket(messaging, number);
  const { answered } = await store.chatRecords(conversation);
  expect(answered.map(({ text }) => text)).toEqual([
    expect.stringContaining("DARURAT"),
    expect.stringMatching(/kabar baru.*LMG-26-930001-1/),
  ]);
});

it.each<[string, { area?: string }, string | undefined]>([
  ["a known place", { area: VILLAGE }, "Sukorame"],
  ["no place", {}, undefined],
])("the operators' alarm of a ticket with %s", async (_, where, kecamatan) => {
  const { messaging, lines } = await stages();
  const number = "LMG-26-930001-1";
  const draft = { district: "lamongan", text: "", locale: "id", person: {} } as const;
  await messaging.store.openTicket({ ...draft, ...where, number, category: "urgent", openedAt: Date.now() });
  await assignTicket(messaging, number);
  const alarms = lines.filter(({ fields }) => fields.alarm === "urgent");
  expect(alarms.map(({ fields }) => fields.kecamatan)).toEqual([kecamatan]);
});
