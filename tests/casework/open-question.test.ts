import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { categories, rule } from "../../src/casework/category.ts";
import { nextNudgeAt, openQuestionOf } from "../../src/casework/open-question.ts";
import { nextReminder, nextWakeUpAt } from "../../src/casework/reminder.ts";
import { isOverdue, newTicket, type Ticket, type TicketEvent } from "../../src/casework/ticket.ts";
import type { Category } from "../../src/vocabulary/lists.ts";

const calendar = { holidays: new Set(["2026-11-27"]), zone: "Asia/Jakarta" as const };
const at = (day: string, time = "16:00") => Date.parse(`2026-${day}T${time}+07:00`);
const MONDAY = at("11-23", "09:00");
const opened = (category: Category = "not-paid", more: object = {}): Ticket =>
  newTicket(
    {
      number: "LMG-26-000123-7",
      district: "lamongan",
      category,
      text: "belum masuk",
      person: {},
      locale: "id",
      openedAt: MONDAY,
      conversation: "chat-1",
      ...more,
    },
    calendar,
  );
const event = (type: string, when: number, more: object = {}): TicketEvent =>
  ({ type, id: `${type}${when}`, at: when, by: "wati", text: "RT berapa?", ...more }) as TicketEvent;
const then = (ticket: Ticket, ...events: TicketEvent[]): Ticket =>
  events.reduce((one, next) => applyEvent(one, next, calendar), ticket);

const asked = then(opened(), event("ask", MONDAY + 1));
const mentioned = [{ label: "nik", number: "3524011708859907" }];
const file = { kind: "image" as const, file: "f1" };

describe("a question that waits for its citizen", () => {
  it("is open until an event settles it", () => {
    expect(openQuestionOf(asked)).toEqual({
      number: "LMG-26-000123-7",
      openedAt: MONDAY,
      askedAt: MONDAY + 1,
      text: "RT berapa?",
    });
    for (const type of ["add", "repair", "close", "proceed"])
      expect(openQuestionOf(then(asked, event(type, MONDAY + 2))), type).toBeUndefined();
    for (const type of ["note", "answer"])
      expect(openQuestionOf(then(asked, event(type, MONDAY + 2))), type).toBeDefined();
  });

  it("stays open after an officer's answer, and its clocks do not change", () => {
    const answered = then(asked, event("answer", MONDAY + 2, { text: "KK sudah kami terima" }));
    const { answeredAt, state, waitingSince, decideBy, resolveBy } = answered;
    expect([answeredAt, state, waitingSince, decideBy, resolveBy]).toEqual([
      asked.answeredAt,
      "waiting",
      asked.waitingSince,
      asked.decideBy,
      asked.resolveBy,
    ]);
    expect(nextNudgeAt(answered, calendar)).toBe(nextNudgeAt(asked, calendar));
    expect(then(answered, event("add", MONDAY + 3)).state).toBe("working");
  });

  it("is needed before an officer proceeds", () => {
    for (const ticket of [opened(), then(asked, event("add", MONDAY + 2)), then(asked, event("proceed", MONDAY + 2))])
      expect(() => then(ticket, event("proceed", MONDAY + 9))).toThrow(
        expect.objectContaining({ code: "TICKET_NOT_WAITING", status: 409 }),
      );
    const proceeded = then(asked, event("proceed", MONDAY + 2));
    expect(then(proceeded, event("proceed", MONDAY + 2)), "the same act again").toBe(proceeded);
  });

  it("reminds the citizen after three working days and the officer after seven", () => {
    expect(nextNudgeAt(asked, calendar)).toBe(at("11-26"));
    expect(nextWakeUpAt(asked, calendar)).toBe(at("11-26"));
    const nudged = then(asked, event("nudge", at("11-26")));
    expect(nextNudgeAt(nudged, calendar)).toBeUndefined();
    const decide = at("12-03"); // a holiday lies in between
    expect(nextReminder(nudged, calendar)).toEqual({ at: decide, due: decide, late: true });
    expect(isOverdue(nudged, decide)).toBe(false);
    expect(isOverdue(nudged, decide + 1)).toBe(true);
    const told = then(nudged, event("remind", decide, { due: decide, late: true }));
    expect(nextWakeUpAt(told, calendar)).toBe(at("12-04"));
  });

  it("has a reminder of its own when it is asked again", () => {
    const again = then(asked, event("nudge", at("11-26")), event("ask", at("11-30", "09:00")));
    expect(nextNudgeAt(again, calendar)).toBe(at("12-03"));
  });

  it("reminds only the officer if the citizen has no chat", () => {
    const { conversation: _, ...counter } = asked;
    expect(nextNudgeAt(counter, calendar)).toBeUndefined();
    expect(nextWakeUpAt(counter, calendar)).toBe(at("12-03"));
  });

  it("has no reminder after the ticket has ended", () => {
    const closed = then(asked, event("close", MONDAY + 2));
    expect(then(closed, event("nudge", MONDAY + 3))).toEqual(closed);
  });

  it.each(Object.keys(categories).map((category) => [category as Category]))(
    "%s is closed after silence only if its category allows it",
    (category) => {
      const ticket = then(opened(category), event("ask", MONDAY + 1));
      const close = () => then(ticket, event("close", at("12-10")));
      const { kind, sensitive, hours } = rule(category);
      if (sensitive || kind === "data" || hours !== undefined) {
        expect(close).toThrowError(expect.objectContaining({ code: "TICKET_WAITING" }));
        const proceeded = then(ticket, event("proceed", at("12-09")));
        expect(proceeded.state).toBe("working");
        expect(then(proceeded, event("close", at("12-10"))).state).toBe("closed");
      } else expect(close().state).toBe("closed");
    },
  );

  it.each<[Category, object]>([
    ["urgent", {}],
    ["urgent-private", {}],
    ["violence", {}],
    ["officer-conduct", {}],
    ["data-delete", {}],
    ["card", { confidential: true }],
    ["officer", { lane: { sensitive: true, barred: [], keeps: [] } }],
  ])("%s with %j is never ended by silence", (category, more) => {
    const ticket = then(opened(category, more), event("ask", MONDAY + 1));
    expect(() => then(ticket, event("close", at("12-10")))).toThrow(
      expect.objectContaining({ code: "TICKET_WAITING" }),
    );
  });

  it("gives its pause back to the clock when the officer proceeds", () => {
    const proceeded = then(asked, event("proceed", at("12-03")));
    expect(proceeded).not.toHaveProperty("decideBy");
    expect(proceeded).not.toHaveProperty("waitingSince");
    expect(proceeded.resolveBy).toBeGreaterThan(asked.resolveBy);
  });
});

describe("an answer that the citizen takes back", () => {
  const answer = event("add", MONDAY + 5, { by: "citizen", text: "kapan cair", files: [file], mentioned });
  const back = event("take-back", MONDAY + 9, { by: "citizen", text: "", of: MONDAY + 5 });

  it("opens the question again, but not if an officer answered after it", () => {
    const before = event("answer", MONDAY + 3);
    expect(openQuestionOf(then(asked, before, answer, back))?.askedAt).toBe(MONDAY + 1);
    const after = event("answer", MONDAY + 7);
    expect(openQuestionOf(then(asked, answer, after, back))).toBeUndefined();
  });

  it("loses its words and files in the thread and opens the question again", () => {
    const ticket = then(asked, answer, back);
    expect(JSON.stringify(ticket)).not.toMatch(/kapan cair|3524011708859907/);
    expect(ticket.attachments).toMatchObject([{ state: "refused", refusal: "taken-back" }]);
    expect(openQuestionOf(ticket)?.askedAt).toBe(MONDAY + 1);
    expect(isOverdue(ticket, at("12-03") + 1)).toBe(true);
  });

  it("is not added again by a repeated message", () => {
    const ticket = then(asked, answer, back);
    expect(then(ticket, answer, back)).toBe(ticket);
  });

  it("does not open the question if another answer stays or an officer answered later", () => {
    const other = event("add", MONDAY + 6, { by: "citizen", text: "RT 3" });
    expect(then(asked, answer, other, back).state).toBe("working");
    expect(then(asked, answer, event("answer", MONDAY + 7), back).state).toBe("working");
    const both = event("take-back", MONDAY + 10, { by: "citizen", text: "", of: MONDAY + 6 });
    expect(then(asked, answer, other, back, both).state).toBe("waiting");
  });

  it("does not reopen a closed ticket", () => {
    const closed = then(asked, answer, event("close", MONDAY + 7));
    expect(then(closed, back)).toMatchObject({ state: "closed", closedAt: MONDAY + 7 });
  });

  it("keeps its file refused if the file arrives later", () => {
    const ticket = then(asked, answer, back);
    const fetched = event("fetch", MONDAY + 10, {
      file: "LMG-26-000123-7-f1",
      fetched: { state: "kept", type: "image/jpeg", size: 1, sha256: "" },
    });
    expect(then(ticket, fetched).attachments[0]?.state).toBe("refused");
  });
});
