import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyEvent, mayDo } from "../../src/casework/apply.ts";
import { categories, rule } from "../../src/casework/category.ts";
import type { LaneChange } from "../../src/casework/lane.ts";
import { officerAfterDispute, officerFor } from "../../src/casework/routing.ts";
import { screenWords } from "../../src/casework/screen.ts";
import { maySee } from "../../src/casework/sight.ts";
import { newTicket, type Ticket, type TicketEvent } from "../../src/casework/ticket.ts";
import { openSignals } from "../../src/signal-tables.ts";
import { type Category, RUNGS } from "../../src/vocabulary/lists.ts";
import { doubtfulWords } from "../support/doubtful-words.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";
import { words } from "../support/shipped-words.ts";

const reader = openSignals(join(import.meta.dirname, "../../locales"));
const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const NOW = Date.UTC(2026, 10, 23, 3);
const DOUBT: LaneChange = { sensitive: false, doubt: true, barred: [], keeps: [] };
const everyone = RUNGS.map((rung) => officerOf(rung));
const marked = officerOf("dinsos", { id: "marked", sensitive: true });
const OPEN = (Object.keys(categories) as Category[]).filter((category) => {
  const { kind, sensitive, onlyMarked } = rule(category);
  return kind !== "data" && kind !== "urgent" && !sensitive && !onlyMarked;
});

const opened = (category: Category, lane?: LaneChange): Ticket =>
  newTicket(
    {
      ...{ number: "LMG-26-000001-1", district: "lamongan", category, text: "x", person: {}, locale: "id" },
      ...{ openedAt: NOW, area: VILLAGE, reason: "TIDAK_PADAN" },
      ...(lane ? { lane } : {}),
    },
    calendar,
  );
const stamp = { at: NOW, by: "dinsos", text: "" };
const changed = (ticket: Ticket, ...events: TicketEvent[]) =>
  events.reduce((one, event) => applyEvent(one, event, calendar), ticket);
const added = (id: string, lane?: LaneChange): TicketEvent => ({
  ...stamp,
  type: "add",
  id,
  ...(lane ? { lane } : {}),
});
const given = (seen: number, from: string | null = null): TicketEvent => ({
  ...{ ...stamp, type: "assign", id: `given-${seen}`, seen, from, officer: "village", checked: true },
});
const lowered = (seen: number): TicketEvent => ({
  ...{ ...stamp, type: "amend", id: `a${seen}`, text: "sudah diperiksa", now: { sensitive: false }, seen },
});
const readers = (ticket: Ticket) =>
  [...everyone, marked].filter((one) => maySee(one, ticket, ["TIDAK_PADAN"])).map(({ id }) => id);

describe("words that come close to an accusation", () => {
  const officers = [officerOf("village", { name: "Ratna Wulandari" })];
  it.each<[string, Omit<LaneChange, "keeps">]>([
    [doubtfulWords(reader), { sensitive: false, doubt: true, barred: [] }],
    ["pak kades minta uang 50 ribu", { sensitive: true, barred: ["village"] }],
    ["bantuan saya belum cair dua bulan", { sensitive: false, barred: [] }],
    ["pak kasun desa", { sensitive: false, barred: [] }],
    ...["RT 3 RW 1", "di RT 3 RW 1 pak", "Desa Sembung RT 3", "rumah saya rt 7 rw 2 dusun Krajan"].map(
      (address): [string, Omit<LaneChange, "keeps">] => [address, { sensitive: false, barred: [] }],
    ),
    ["kapan beras bulan ini dibagi", { sensitive: false, barred: [] }],
    ["mau tanya syarat daftar pkh", { sensitive: false, barred: [] }],
  ])("%s: %j", (text, found) =>
    expect(screenWords(text, { reader, words, officers, areas: [VILLAGE] })).toEqual(found),
  );
});

describe.each(OPEN)("%s in doubt", (category) => {
  it("is for the Dinsos alone, with or without marks", () => {
    const ticket = opened(category, DOUBT);
    expect(ticket).toMatchObject({ sensitive: false, doubt: true });
    expect(readers(ticket)).toEqual(["dinsos", "marked"]);
    for (const owner of [undefined, "dinsos", "disdukcapil"] as const) {
      expect(officerFor(ticket, everyone, {}, owner)?.id).toBe("dinsos");
      expect(officerAfterDispute(ticket, undefined, everyone, {}, owner)?.id).toBe("dinsos");
    }
    const others = everyone.filter(({ rung }) => rung !== "dinsos");
    expect(officerFor(ticket, others, {})).toBeUndefined();
  });

  it("by a later entry is taken from other officers, and stays with an officer of the Dinsos", () => {
    for (const officer of ["village", "companion", "tksk"]) {
      const held = { ...opened(category), officer, beside: "disdukcapil", news: false };
      const ticket = changed(held, added("a1", DOUBT));
      expect(ticket).toMatchObject({ doubt: true, news: true });
      expect([ticket.officer, ticket.beside]).toEqual([undefined, undefined]);
      expect(readers({ ...ticket, officer })).toEqual(["dinsos", "marked"]);
    }
    const own = { ...opened(category), officer: "dinsos" };
    expect(changed(own, added("a1", { ...DOUBT, keeps: ["dinsos"] })).officer).toBe("dinsos");
  });

  it("is the village's again after the Dinsos gave it on or settled the doubt, until the next doubt", () => {
    const ticket = opened(category, DOUBT);
    const before = readers(opened(category));
    for (const decision of [given(0), lowered(0)]) {
      const checked = changed(ticket, decision);
      expect(checked.doubt).toBeUndefined();
      expect(readers(checked)).toEqual(before);
      expect(changed(checked, added("calm")).doubt).toBeUndefined();
      expect(readers(changed(checked, added("again", DOUBT)))).toEqual(["dinsos", "marked"]);
    }
  });

  it("stays in doubt after a decision that did not know the newest words", () => {
    const ticket = changed(opened(category, DOUBT), added("a1", DOUBT));
    for (const decision of [given(0), lowered(0)]) expect(changed(ticket, decision).doubt).toBe(true);
  });

  it("becomes confidential by an accusation or an amendment, and is not in doubt any more", () => {
    const ticket = opened(category, DOUBT);
    const raised: TicketEvent = {
      ...stamp,
      type: "amend",
      id: "up",
      text: "menyangkut kader",
      now: { sensitive: true },
    };
    for (const event of [added("a1", { sensitive: true, barred: [], keeps: [] }), raised]) {
      const confidential = changed(ticket, event);
      expect(confidential.doubt).toBeUndefined();
      expect(readers(confidential)).toEqual(["marked"]);
      expect(changed(confidential, added("a2", DOUBT))).toMatchObject({ sensitive: true });
      expect(changed(confidential, added("a2", DOUBT)).doubt).toBeUndefined();
    }
  });

  it("may be given back to the village by every officer of the Dinsos and by no other officer", () => {
    const ticket = opened(category, DOUBT);
    expect([...everyone, marked].filter((one) => mayDo(one, ticket, "lower")).map(({ id }) => id)).toEqual([
      "dinsos",
      "marked",
    ]);
  });
});
