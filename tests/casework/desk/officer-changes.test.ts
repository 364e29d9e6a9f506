import { expect, it } from "vitest";
import { assignTicket, giveTicket } from "../../../src/casework/desk/assign.ts";
import { saveOfficer } from "../../../src/casework/desk/officer-leaves.ts";
import { shareTicket } from "../../../src/casework/desk/parts.ts";
import { findGaps } from "../../../src/casework/desk/staff-gaps.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const ratna = officerOf("dinsos", { id: "ratna", sensitive: true, urgent: true, survivor: true });
const dina = officerOf("dinsos", { id: "dina", sensitive: true, urgent: true, survivor: true });
const sari = officerOf("village", { id: "sari" });
const tini = officerOf("village", { id: "tini" });
const BY = { by: "operator:test" };

/** Opens a desk at which `first` holds a ticket of this category. */
async function held(category: Category, first: Officer, second: Officer) {
  const { messaging } = await stages();
  const { store } = messaging;
  await store.saveOfficer(first);
  const number = "LMG-26-930001-1";
  const draft = { district: "lamongan", text: "beras apek", locale: "id", person: {}, area: VILLAGE } as const;
  await store.openTicket({ ...draft, number, category, openedAt: Date.now() });
  await assignTicket(messaging, number);
  await store.saveOfficer(second);
  const holder = async () => (await store.ticket(number))?.officer;
  expect(await holder()).toBe(first.id);
  const gaps = async () =>
    (await findGaps(messaging, "lamongan")).map(({ gap }) => gap).filter((one) => /hold/.test(one));
  return { messaging, store, number, holder, gaps, route: () => assignTicket(messaging, number) };
}

it.each<[string, Category, Officer, Officer, Partial<Officer>]>([
  ["no mark for what names officials", "cut", ratna, dina, { sensitive: false }],
  ["no mark for violence", "violence", ratna, dina, { survivor: false }],
  ["no mark for danger", "urgent-private", ratna, dina, { urgent: false }],
  ["another place", "quality", sari, tini, { areas: ["3524012002"] }],
  ["another rung", "quality", sari, tini, { rung: "tksk", areas: ["352401"] }],
  ["another rung that reads no data-subject request", "data-copy", ratna, dina, { rung: "disdukcapil" }],
])("an officer who now has %s loses the ticket", async (_, category, first, second, change) => {
  const { messaging, holder, gaps, route } = await held(category, first, second);
  const marks = change.rung ? { sensitive: false, urgent: false, survivor: false } : {};
  expect(await saveOfficer(messaging, first, { ...first, ...marks, ...change }, BY)).toBe(1);
  await route();
  expect(await holder()).toBe(second.id);
  expect(await gaps()).toEqual([]);
});

it("an officer who is off gets no ticket and no part by hand, and the refusal says so", async () => {
  const { messaging, number } = await held("quality", sari, tini);
  const civil = officerOf("disdukcapil", { id: "dodi", name: "Dodi" });
  for (const one of [tini, civil]) await messaging.store.saveOfficer({ ...one, active: false });
  const refused = { code: "FORBIDDEN", message: expect.stringMatching(/^\w+ is off and may not have LMG/) };
  const by = "operator:ani";
  await expect(giveTicket(messaging, number, "tini", { by })).rejects.toMatchObject(refused);
  const share = { id: "act-share-91", by, office: "disdukcapil", text: "padankan", to: "dodi" };
  await expect(shareTicket(messaging, number, share)).rejects.toMatchObject(refused);
});

it("an officer with another name, chat or further mark keeps the ticket", async () => {
  const { messaging, holder } = await held("cut", { ...ratna, urgent: false }, dina);
  const before = { ...ratna, urgent: false };
  expect(await saveOfficer(messaging, before, { ...ratna, name: "Bu Ratna", telegram: "7" }, BY)).toBe(0);
  expect(await holder()).toBe("ratna");
});

it("the gaps name a ticket that its holder may not read, and saving the officer once more hands it on", async () => {
  const { messaging, store, number, holder, gaps, route } = await held("cut", ratna, dina);
  const unmarked = { ...ratna, sensitive: false };
  await store.saveOfficer(unmarked); // as releases up to 0.2.0 left it
  expect(await gaps()).toEqual([
    expect.stringMatching(`ratna holds 1 open ticket and may not read.*${number}.*staff add ratna`),
  ]);
  expect(await saveOfficer(messaging, unmarked, unmarked, BY)).toBe(1);
  await route();
  expect([await holder(), await gaps()]).toEqual(["dina", []]);
});

it("the gaps name the ticket of an inactive officer", async () => {
  const { store, number, gaps } = await held("quality", sari, tini);
  await store.saveOfficer({ ...sari, active: false });
  expect(await gaps()).toEqual([expect.stringMatching(`sari holds 1 open ticket.*${number}.*staff off sari`)]);
});
