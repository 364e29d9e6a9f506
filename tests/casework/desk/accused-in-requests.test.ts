import { describe, expect, it } from "vitest";
import { openCounterTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { assignTicket } from "../../../src/casework/desk/assign.ts";
import { screenEffect } from "../../../src/casework/desk/screen-effect.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { Effect } from "../../../src/effects/index.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { factsAt } from "../../conversation/dialogue.ts";
import { addsToTicket, opensTicket } from "../../support/effects.ts";
import { stages } from "../../support/messaging.ts";

const NOW = Date.UTC(2026, 10, 23, 3);
const WORDS = "Bu Dina petugas dinsos minta uang 100 ribu untuk mengubah data saya";
const NUMBER = "LMG-26-000001-1";
const facts = factsAt(NOW);
const officer = (id: string, name: string, marks: Partial<Officer> = {}): Officer => ({
  ...{ id, name, district: "lamongan", rung: "dinsos", areas: [], sensitive: false, active: true },
  ...marks,
});
const DINA = officer("dina", "Dina Kartika", { sensitive: true, urgent: true });
const YUSUF = officer("yusuf", "Yusuf Effendi");
const REQUESTS: Category[] = ["data-copy", "data-correct", "data-delete", "consent-withdraw"];

async function withStaff(...staff: Officer[]) {
  const warned: object[] = [];
  const { messaging } = await stages({ log: (level, fields) => void (level === "warn" && warned.push(fields)) });
  for (const one of staff) await messaging.store.saveOfficer(one);
  return { messaging, store: messaging.store, warned };
}

function opening(category: Category, text: string): Effect {
  const about = { number: NUMBER, district: "lamongan", category, text, person: {} };
  return opensTicket({ ...about, locale: "id", openedAt: NOW });
}

describe.each(REQUESTS)("an officer of the Dinsos who is accused in a request of %s", (category) => {
  it("does not get the request when it is filed", async () => {
    const { messaging, store } = await withStaff(DINA, YUSUF);
    const { effect } = await screenEffect(messaging, opening(category, WORDS), facts);
    if (effect.type === "open-ticket") await store.openTicket(effect.payload.draft);
    await assignTicket(messaging, NUMBER);
    expect(await store.ticket(NUMBER)).toMatchObject({ sensitive: false, barred: ["dina"], officer: "yusuf" });
  });

  it("loses the request when the accusation is added", async () => {
    const { messaging, store } = await withStaff(DINA);
    const { effect: filed } = await screenEffect(messaging, opening(category, "tolong"), facts);
    if (filed.type === "open-ticket") await store.openTicket(filed.payload.draft);
    await assignTicket(messaging, NUMBER);
    expect(await store.ticket(NUMBER)).toMatchObject({ officer: "dina" });
    await store.saveOfficer(YUSUF);
    const event = { type: "add" as const, id: "m2.0", by: "citizen", at: NOW, text: WORDS };
    const { effect } = await screenEffect(messaging, addsToTicket(NUMBER, event), facts);
    if (effect.type === "add-to-ticket") await store.changeTicket(NUMBER, effect.payload.event);
    await assignTicket(messaging, NUMBER);
    expect(await store.ticket(NUMBER)).toMatchObject({ sensitive: false, barred: ["dina"], officer: "yusuf" });
  });

  it("does not get the request from the counter, and without another officer the operators hear its number", async () => {
    const { messaging, store, warned } = await withStaff(DINA);
    const given = { district: "lamongan", category, text: WORDS, key: "counter-1" };
    const { number } = await openCounterTicket(messaging, given, { by: "operator:dewi" });
    await assignTicket(messaging, number);
    const ticket = await store.ticket(number);
    expect(ticket).toMatchObject({ sensitive: false, barred: ["dina"] });
    expect(ticket?.officer).toBeUndefined();
    expect(warned).toContainEqual({ alarm: "confidential", ticket: number, district: "lamongan" });
  });
});
