import { expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { newTicket, type Ticket, type TicketEvent } from "../../src/casework/ticket.ts";
import type { Asking } from "../../src/messaging/look-up-context.ts";
import { findOneTicket, findOwnTickets, findTicketsAbout } from "../../src/messaging/ticket-view.ts";

const NIK = "3524015206799901";
const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const NUMBER = "LMG-26-000123-7";
const of = (category: Ticket["category"]) =>
  newTicket(
    { number: NUMBER, district: "lamongan", category, text: "x", person: { nik: NIK }, locale: "id", openedAt: 1 },
    calendar,
  );
const amended = (category: Ticket["category"]) => {
  const stamp = { id: "e1", at: 2, by: "sari", text: "salah jenis" };
  const event: TicketEvent = { ...stamp, type: "amend", now: { category }, was: { category: "card" } };
  return applyEvent(of("card"), event, calendar);
};

/** This other chat has proved the NIK of the ticket's person. */
function asking(ticket: Ticket): Asking {
  const store = {
    head: async () => ({ ...ticket, entries: ticket.events.length }),
    thread: async () => ({ entries: ticket.events }),
    ticketsOf: async (owner: { nik?: string }) => (owner.nik === NIK ? [ticket] : []),
    count: async () => ({ counts: [1] }),
  };
  const turn = { conversation: "another chat" };
  return { stage: { store }, turn, session: {}, once: "m1" } as unknown as Asking;
}

it.each([
  ["card", of("card"), true],
  ["violence", of("violence"), false],
  ["urgent-private", of("urgent-private"), false],
  ["officer-conduct", of("officer-conduct"), false],
  ["urgent", of("urgent"), false],
  ["data-copy", of("data-copy"), false],
  ["data-correct", of("data-correct"), false],
  ["data-delete", of("data-delete"), false],
  ["consent-withdraw", of("consent-withdraw"), false],
  ["card, amended into data-copy", amended("data-copy"), false],
  ["card, amended into violence", amended("violence"), false],
  ["card, amended into urgent-private", amended("urgent-private"), false],
])("another chat that proved the same person sees a ticket of %s: %s", async (_, ticket, isSeen) => {
  const { tickets } = await findOwnTickets(asking(ticket), NIK);
  expect(tickets.map(({ number }) => number)).toEqual(isSeen ? [NUMBER] : []);
  const about = await findTicketsAbout(NIK, false, asking(ticket));
  expect(about.map(({ number }) => number)).toEqual(isSeen ? [NUMBER] : []);
  expect(await findTicketsAbout(NIK, true, asking(ticket)), "a NIK of two people").toEqual([]);
  const one = await findOneTicket(asking(ticket), { find: "ticket", number: NUMBER, nik: NIK });
  expect(one).toMatchObject({ outcome: "found" });
  expect("ticket" in one).toBe(isSeen);
});

it.each<Ticket["category"]>(["urgent", "data-copy", "data-delete"])(
  "the chat that filed a ticket of %s sees the ticket",
  async (category) => {
    const ticket = { ...of(category), conversation: "another chat" };
    const asked = asking(ticket);
    Object.assign(asked.stage.store, { ticketsOf: async () => [ticket] });
    expect((await findOwnTickets(asked, undefined)).tickets.map(({ number }) => number)).toEqual([NUMBER]);
    expect(await findOneTicket(asked, { find: "ticket", number: NUMBER })).toHaveProperty("ticket");
  },
);

it("only the chat that filed a ticket reads which offices have a part, without an officer's name", async () => {
  const shared: TicketEvent = {
    ...{ type: "share", id: "s1", at: 2, by: "sari", text: "tolong dicek", office: "disdukcapil", officer: "dodi" },
  };
  const ticket = applyEvent(of("card"), shared, calendar);
  const [elsewhere] = (await findOwnTickets(asking(ticket), NIK)).tickets;
  expect(elsewhere).not.toHaveProperty("parts");
  const own = asking({ ...ticket, conversation: "another chat" });
  Object.assign(own.stage.store, { ticketsOf: async () => [{ ...ticket, conversation: "another chat" }] });
  const [here] = (await findOwnTickets(own, undefined)).tickets;
  expect(here?.parts).toEqual([{ office: "disdukcapil", since: 2, dueAt: ticket.parts[0]?.dueAt }]);
});

it("a person's data show no ticket that the same chat filed about another person", async () => {
  const own = { ...of("card"), conversation: "another chat" };
  const asked = asking(own);
  const filedHere = async (owner: { nik?: string }) => (owner.nik === undefined || owner.nik === NIK ? [own] : []);
  Object.assign(asked.stage.store, { ticketsOf: filedHere });
  const numbersFor = async (nik: string, isShared: boolean) =>
    (await findTicketsAbout(nik, isShared, asked)).map(({ number }) => number);
  expect(await numbersFor(NIK, false)).toEqual([NUMBER]);
  expect(await numbersFor(NIK, true)).toEqual([NUMBER]);
  expect(await numbersFor("3524011203859902", false)).toEqual([]);
});

it("the chat that filed an open ticket reads when it asked to withdraw the ticket", async () => {
  const withdrawal: TicketEvent = { id: "w1", at: 5, by: "citizen", type: "add", text: "batal", withdraws: true };
  const ticket = { ...applyEvent(of("card"), withdrawal, calendar), conversation: "another chat" };
  const view = async (one: Ticket) => await findOneTicket(asking(one), { find: "ticket", number: NUMBER });
  expect(await view(ticket)).toMatchObject({ ticket: { withdrawnAt: 5 } });
  expect(await view({ ...ticket, state: "closed" })).not.toHaveProperty("ticket.withdrawnAt");
  const taken: TicketEvent = { id: "t1", at: 6, by: "citizen", type: "take-back", text: "", of: 5 };
  expect(await view(applyEvent(ticket, taken, calendar))).not.toHaveProperty("ticket.withdrawnAt");
});

it.each([
  ["the chat that filed it", "another chat", { name: "Marta", rung: "dinsos" }],
  ["a chat of the family", "a third chat", undefined],
])("%s learns who holds a ticket only from its own list", async (_, conversation, holder) => {
  const ticket = { ...of("card"), conversation, officer: "marta" };
  const asked = asking(ticket);
  const officers = async () => [{ id: "marta", name: "Marta", rung: "dinsos" }];
  Object.assign(asked, { district: { id: "lamongan" } });
  Object.assign(asked.stage.store, { officers });
  const { tickets } = await findOwnTickets(asked, NIK);
  expect(tickets.map((one) => one.holder)).toEqual([holder]);
  const one = await findOneTicket(asked, { find: "ticket", number: NUMBER, nik: NIK });
  expect(one).toMatchObject({ outcome: "found", ticket: holder ? { holder } : { number: NUMBER } });
});
