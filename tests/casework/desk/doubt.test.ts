import { describe, expect, it } from "vitest";
import { categories, rule } from "../../../src/casework/category.ts";
import { actOnTicket, openCounterTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { amendTicket } from "../../../src/casework/desk/amend.ts";
import { assignTicket, giveTicket } from "../../../src/casework/desk/assign.ts";
import { isVisibleTo } from "../../../src/casework/desk/caller.ts";
import { screenEffect } from "../../../src/casework/desk/screen-effect.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { TicketDraft, TicketEvent } from "../../../src/casework/ticket.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { factsAt } from "../../conversation/dialogue.ts";
import { doubtfulWords } from "../../support/doubtful-words.ts";
import { addsToTicket, opensTicket } from "../../support/effects.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const NOW = Date.UTC(2026, 10, 23, 3);
const facts = factsAt(NOW);
const NUMBER = "LMG-26-000001-1";
const STAFF = [
  officerOf("village"),
  officerOf("companion"),
  officerOf("tksk"),
  officerOf("dinsos"),
  officerOf("disdukcapil"),
];
const by = (officer: Officer) => ({ officer, by: officer.id });
const [SARI, DINA] = [officerOf("village"), officerOf("dinsos")];
const draft = (category: Category, more: Partial<TicketDraft> = {}): TicketDraft => ({
  ...{ number: NUMBER, district: "lamongan", category, area: VILLAGE, text: "belum cair", person: {}, locale: "id" },
  ...{ openedAt: NOW, ...more },
});

async function working(staff = STAFF) {
  const { messaging, lines } = await stages();
  const { store, signals } = messaging;
  for (const one of staff) await store.saveOfficer(one);
  const words = doubtfulWords(signals);
  const readers = async (number = NUMBER) => {
    await assignTicket(messaging, number);
    const ticket = await store.ticket(number);
    if (!ticket) throw new Error("no ticket");
    return staff.filter((one) => isVisibleTo(messaging, one, ticket)).map(({ id }) => id);
  };
  const file = async (given: TicketDraft) => {
    const { effect, say } = await screenEffect(messaging, opensTicket(given), facts);
    if (effect.type === "open-ticket") await store.openTicket(effect.payload.draft);
    return say;
  };
  const add = async (event: TicketEvent) => {
    const { effect, say } = await screenEffect(messaging, addsToTicket(NUMBER, event), facts);
    if (effect.type === "add-to-ticket") await store.changeTicket(NUMBER, effect.payload.event);
    return say;
  };
  return { messaging, store, lines, words, readers, file, add };
}
const written = { at: NOW, by: "citizen", id: "m1.0" };

describe("doubtful words leave the ticket to the Dinsos alone", () => {
  const KINDS = (Object.keys(categories) as Category[]).filter(
    (category) => rule(category).kind !== "data" && !rule(category).sensitive && rule(category).kind !== "urgent",
  );
  it.each(KINDS)("doubtful words in a new ticket: %s", async (category) => {
    const { words, readers, file, store } = await working();
    expect(await file(draft(category, { text: words }))).toEqual([]);
    expect(await readers()).toEqual(["dinsos"]);
    expect(await store.ticket(NUMBER)).toMatchObject({ doubt: true, sensitive: false, officer: "dinsos" });
  });

  it("doubtful words in the place of a new ticket", async () => {
    const { words, readers, file } = await working();
    await file(draft("not-paid", { place: words }));
    expect(await readers()).toEqual(["dinsos"]);
  });

  it.each<[string, (words: string) => TicketEvent]>([
    ["an addition", (text) => ({ ...written, type: "add", text })],
    ["a dispute", (text) => ({ ...written, type: "dispute", text })],
  ])("doubtful words in %s to a ticket of the village", async (_, event) => {
    const { words, readers, file, add, store } = await working();
    await file(draft("not-paid"));
    expect(await readers()).toContain("village");
    expect(await add(event(words))).toEqual([]);
    expect(await readers()).toEqual(["dinsos"]);
    expect(await store.ticket(NUMBER)).toMatchObject({ doubt: true, officer: "dinsos" });
  });

  it("doubtful words in a citizen's answer to a question", async () => {
    const { messaging, words, readers, file, add } = await working();
    await file(draft("data-wrong", { reason: "TIDAK_PADAN" }));
    expect(await readers()).toContain("village");
    await actOnTicket(messaging, NUMBER, { ...by(SARI), id: "ask-00001", type: "ask", text: "RT berapa?" });
    await add({ ...written, type: "add", text: words });
    expect(await readers()).toEqual(["dinsos"]);
  });

  it("doubtful words that a village officer writes at the counter", async () => {
    const { messaging, words, readers } = await working();
    const counter = { district: "lamongan", category: "card", text: words, area: VILLAGE, key: "counter-1" };
    const { number } = await openCounterTicket(messaging, counter, by(SARI));
    expect(await readers(number)).toEqual(["dinsos"]);
  });

  it("doubtful words in a village officer's reason to amend, but not in a reason of the Dinsos", async () => {
    const { messaging, words, readers, file } = await working();
    await file(draft("not-paid"));
    await assignTicket(messaging, NUMBER);
    const now = { programme: "PKH" };
    await amendTicket(messaging, NUMBER, { ...by(SARI), id: "amend-00001", reason: words, now });
    expect(await readers()).toEqual(["dinsos"]);
    await amendTicket(messaging, NUMBER, { ...by(DINA), id: "amend-00002", reason: words, now: { sensitive: false } });
    expect(await readers()).toContain("village");
    await amendTicket(messaging, NUMBER, { ...by(DINA), id: "amend-00003", reason: words, now: { programme: "BPNT" } });
    expect(await readers()).toContain("village");
  });

  it("a ticket linked to a ticket in doubt is in doubt too", async () => {
    const { words, readers, file } = await working();
    await file(draft("card", { text: words }));
    const number = "LMG-26-000002-1";
    await file(draft("card", { number, linked: NUMBER }));
    expect(await readers(number)).toEqual(["dinsos"]);
  });
});

describe("a Dinsos officer who gives a ticket in doubt", () => {
  it("to the village settles the doubt until the next doubtful words", async () => {
    const { messaging, words, readers, file, add, store } = await working();
    await file(draft("card", { text: words }));
    await readers();
    await expect(giveTicket(messaging, NUMBER, "village", { by: "operator:x" })).rejects.toThrow("may not have");
    await giveTicket(messaging, NUMBER, "village", by(DINA));
    expect(await store.ticket(NUMBER)).toMatchObject({ officer: "village" });
    expect(await readers()).toContain("village");
    await add({ ...written, type: "add", text: "kapan ya pak" });
    expect(await readers()).toContain("village");
    await add({ ...written, id: "m2.0", type: "add", text: words });
    expect(await readers()).toEqual(["dinsos"]);
  });

  it("to a colleague does not settle the doubt", async () => {
    const other = officerOf("dinsos", { id: "dewi" });
    const { messaging, words, readers, file } = await working([...STAFF, other]);
    await file(draft("card", { text: words }));
    await readers();
    const holder = (await messaging.store.ticket(NUMBER))?.officer;
    await giveTicket(messaging, NUMBER, holder === "dewi" ? "dinsos" : "dewi", by(DINA));
    expect(await readers()).toEqual(["dinsos", "dewi"]);
  });
});

it("a ticket of danger and a request about data are never in doubt", async () => {
  const { messaging, words } = await working();
  for (const category of ["urgent", "data-copy"] as const) {
    const { effect } = await screenEffect(messaging, opensTicket(draft(category, { text: words })), facts);
    expect(effect.type === "open-ticket" && effect.payload.draft.lane).toBe(undefined);
  }
});

it("without an officer of the Dinsos, the operators are told the number of a ticket in doubt and no officer reads it", async () => {
  const { words, readers, file, lines } = await working(STAFF.filter(({ rung }) => rung !== "dinsos"));
  await file(draft("card", { text: words }));
  expect(await readers()).toEqual([]);
  const alarm = lines.find(({ fields }) => fields.alarm === "confidential");
  expect(alarm?.fields).toMatchObject({ ticket: NUMBER });
  expect(JSON.stringify(alarm)).not.toContain(words);
});
