import { describe, expect, it } from "vitest";
import { remindCitizen } from "../../../src/casework/desk/remind-citizen.ts";
import { remindOfficers } from "../../../src/casework/desk/remind-officers.ts";
import { inbound, someone } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";
import { ticketsIn } from "../../support/tickets.ts";

const DAY = 86_400_000;
const NUMBER = "LMG-26-000001-1";

async function asked(days: number) {
  const service = await stages();
  const { store } = service.messaging;
  const [recorded] = await store.recordInbound([inbound(someone(), "halo")]);
  const conversation = recorded?.conversation ?? "";
  const at = Date.now() - days * DAY;
  await store.openTicket({
    number: NUMBER,
    district: "lamongan",
    category: "not-paid",
    text: "belum masuk",
    person: {},
    locale: "id",
    openedAt: at - DAY,
    conversation,
  });
  await store.changeTicket(NUMBER, { type: "ask", id: "ask-1", at, by: "sari", text: "RT berapa?" });
  const types = async () => (await store.ticket(NUMBER))?.events.map(({ type }) => type);
  const words = async () => (await store.openSend(conversation))?.message;
  return { ...service, types, words };
}

describe("a citizen whom an officer asked", () => {
  it("is reminded once of the question, with a button, and the question stays open", async () => {
    const { messaging, types, words } = await asked(20);
    for (const _ of [1, 2, 3]) await remindCitizen(messaging, NUMBER);
    expect(await types()).toEqual(["ask", "nudge"]);
    const message = await words();
    expect(message?.text).toContain("RT berapa?");
    expect(message?.choices.map(({ id }) => id)).toEqual([`>reply.begin:${NUMBER}`]);
    expect((await messaging.store.ticket(NUMBER))?.state).toBe("waiting");
  });

  it("is not reminded on the day of the question, nor after an answer", async () => {
    const fresh = await asked(0);
    await remindCitizen(fresh.messaging, NUMBER);
    expect(await fresh.types()).toEqual(["ask"]);
    const done = await asked(20);
    const added = { type: "add", id: "m1", at: Date.now(), by: "citizen", text: "RT 3" } as const;
    await done.messaging.store.changeTicket(NUMBER, added);
    await remindCitizen(done.messaging, NUMBER);
    expect(await done.types()).toEqual(["ask", "add"]);
  });

  it("after seven working days the officer is reminded to decide, and the ticket stays open", async () => {
    const { messaging, types } = await asked(30);
    await remindCitizen(messaging, NUMBER);
    for (const _ of [1, 2]) await remindOfficers(messaging, NUMBER);
    expect(await types()).toEqual(["ask", "nudge", "remind"]);
    expect(await ticketsIn(messaging.store, { overdueAt: Date.now() })).toHaveLength(1);
    expect((await messaging.store.ticket(NUMBER))?.state).toBe("waiting");
    expect((await messaging.store.waiting(10)).complaints).toEqual([NUMBER]);
  });
});
