import { expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { categories } from "../../src/casework/category.ts";
import { becomesConfidential, mayLower } from "../../src/casework/closed-lane.ts";
import type { Officer } from "../../src/casework/officer.ts";
import { maySee } from "../../src/casework/sight.ts";
import { newTicket } from "../../src/casework/ticket.ts";
import { type Category, RUNGS } from "../../src/vocabulary/lists.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const AREA = "3524012001";
const ALL = Object.keys(categories) as Category[];
const MARKS = [{}, { sensitive: true }, { urgent: true }, { survivor: true }] as const;
const OFFICERS: Officer[] = RUNGS.flatMap((rung) =>
  MARKS.map((marks, index) => ({
    ...{
      id: `${rung}-${index}`,
      name: rung,
      district: "lamongan",
      rung,
      areas: [AREA],
      sensitive: false,
      active: true,
    },
    ...marks,
  })),
);
const opened = (category: Category) =>
  newTicket(
    {
      ...{ number: "LMG-26-000001-1", district: "lamongan", category, text: "kata-kata", person: {} },
      ...{ locale: "id", openedAt: 1_000, area: AREA, reason: "KTP_LAMA" as const },
    },
    calendar,
  );
const readers = (ticket: ReturnType<typeof opened>) =>
  OFFICERS.filter((one) => maySee(one, ticket, ["KTP_LAMA"])).map(({ id }) => id);
const NARROW = ["cut", "officer-conduct", "violence", "urgent-private"] as const satisfies Category[];
const isNarrow = (one: Category) => (NARROW as readonly Category[]).includes(one) || categories[one].kind === "data";
const moved = (before: Category, now: Category, more: object = {}) => {
  const event = { type: "amend", id: "act:x:1", at: 2_000, by: "x", text: "salah pilih" } as const;
  return applyEvent(opened(before), { ...event, now: { category: now, ...more }, was: { category: before } }, calendar);
};

const PAIRS = ALL.flatMap((before) => ALL.filter((now) => now !== before).map((now) => [before, now] as const));

it.each(PAIRS)(
  "from %s to %s: no village, TKSK, companion or unmarked officer gains the words of a narrow lane",
  (...pair) => {
    const [before, now] = pair;
    const [had, have] = [readers(opened(before)), readers(moved(before, now))];
    const gained = have.filter((id) => !had.includes(id));
    if (isNarrow(before))
      for (const id of gained) expect(id, "only a marked officer of the Dinsos").toMatch(/^dinsos-[123]$/);
    if (!isNarrow(before) && !isNarrow(now)) expect(moved(before, now).sensitive).toBe(false);
    expect(becomesConfidential(before, now), "the rule").toBe(
      (isNarrow(before) || now === "cut" || now === "officer-conduct") &&
        !(categories[before].kind === "data" && categories[now].kind === "data") &&
        !(["cut", "officer-conduct"].includes(before) && ["cut", "officer-conduct"].includes(now)),
    );
  },
);

it.each(NARROW)("an amendment with `sensitive: false` opens a ticket of %s to all", (category) => {
  expect(moved(category, "card", { sensitive: false }).sensitive).toBe(false);
});

it.each<[Category, boolean, string[]]>([
  ["violence", false, ["dinsos-3"]],
  ["violence", true, []],
  ["urgent-private", false, ["dinsos-2"]],
  ["cut", true, ["dinsos-1"]],
  ["data-copy", false, ["dinsos-1"]],
  ["card", true, ["dinsos-1"]],
])("a ticket of %s (confidential: %s) may be opened to all by %j", (category, sensitive, who) => {
  expect(OFFICERS.filter((one) => mayLower(one, { category, sensitive })).map(({ id }) => id)).toEqual(who);
});
