import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { changeOf } from "../../src/casework/change.ts";
import { firstIndexNeeded, lengthOf, pastIn } from "../../src/casework/past.ts";
import { nextReminder, nextWakeUpAt } from "../../src/casework/reminder.ts";
import { eventForState } from "../../src/casework/reopen.ts";
import { checkGuard } from "../../src/casework/stale-act.ts";
import { newTicket, type Ticket, type TicketEvent } from "../../src/casework/ticket.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const START = Date.UTC(2026, 10, 23, 3);
const opened = newTicket(
  {
    number: "LMG-26-000001-1",
    district: "lamongan",
    category: "data-wrong",
    text: "tanggal lahir salah",
    person: {},
    locale: "id",
    openedAt: START,
    conversation: "chat-1",
  },
  calendar,
);

/** Returns the ticket with only the newest entries, as a store opens it. */
function openedFor(whole: Ticket, event: TicketEvent, expected?: number): Ticket {
  const place = whole.events.findIndex(({ id }) => id === event.id);
  const head = { ...whole, entries: whole.events.length };
  const unread = firstIndexNeeded(head, event, { expect: expected, known: place < 0 ? undefined : place });
  return { ...whole, unread, events: whole.events.slice(unread) };
}

type Outcome = { ticket?: Ticket; refusal?: unknown };

function outcomeOf(step: () => Ticket): Outcome {
  try {
    return { ticket: step() };
  } catch (error) {
    const { code, message, details } = error as { code: string; message: string; details: unknown };
    return { refusal: { code, message, details } };
  }
}

const TYPES = [
  ...["note", "ask", "answer", "add", "nudge", "remind", "remind", "remind", "assign", "transfer", "share", "end-part"],
  ...["proceed", "close", "repair", "dispute", "take-back", "amend", "fetch"],
] as const;

const given = fc.record({
  type: fc.constantFrom(...TYPES),
  clock: fc.constantFrom(1, 2),
  late: fc.boolean(),
  who: fc.constantFrom("sari", "budi"),
  back: fc.nat(4),
  repeats: fc.integer({ min: 0, max: 6 }),
  expects: fc.option(fc.nat(5), { nil: undefined }),
});
type Given = typeof given extends fc.Arbitrary<infer One> ? One : never;

function eventOf({ type, clock, late, who, back }: Given, no: number): TicketEvent {
  const at = START + no * 3_600_000;
  const stamp = { id: `e${no}`, at, by: who, text: `kata ${no}` };
  const more: Record<string, object> = {
    remind: { due: START + clock, late, ...(clock === 2 ? { part: 1 } : {}) },
    assign: { officer: who, seen: no % 3 === 0 ? no - 1 : -1 },
    transfer: { type: "assign", officer: who, from: "sari", seen: no },
    share: { office: "disdukcapil" },
    "end-part": { office: "disdukcapil", outcome: "done" },
    "take-back": { of: at - back * 3_600_000 },
    amend: { now: { place: `tempat ${no}` } },
    fetch: { file: "none", fetched: { state: "refused", refusal: "gone" } },
  };
  return { type, ...stamp, ...more[type] } as TicketEvent;
}

describe("the past that a head keeps", () => {
  it("gives the rules the same results as the whole thread after any history", () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 40 }), (history) => {
        let whole = opened;
        const events: TicketEvent[] = [];
        for (const [no, one] of history.entries()) {
          const repeated = one.repeats === 0 ? events.at(-1 - one.back) : undefined;
          const event = repeated ?? eventOf(one, no);
          events.push(event);
          const expected = one.expects === undefined ? undefined : whole.version - one.expects;
          const step = (ticket: Ticket) => () => {
            checkGuard(ticket, event, expected === undefined ? {} : { expect: expected });
            return applyEvent(ticket, eventForState(ticket, event), calendar);
          };
          // An older release stored no field `past`.
          const { past: _, ...older } = whole;
          const [byPast, byThread] = [openedFor(whole, event, expected), older].map((one) => outcomeOf(step(one)));
          expect(byPast?.refusal).toEqual(byThread?.refusal);
          const ticket = byThread?.ticket;
          if (!ticket || !byPast?.ticket) continue;
          const { unread = 0, events: newest, ...head } = byPast.ticket;
          const { events: all, past, ...rest } = ticket;
          expect({ ...head, past: undefined }).toEqual({ ...rest, past: undefined });
          expect(newest).toEqual(all.slice(unread));
          expect(lengthOf(byPast.ticket)).toBe(all.length);
          expect(head.past).toEqual(pastIn(all));
          if (past) expect(past).toEqual(pastIn(all));
          const now = event.at + 1;
          expect(nextReminder(byPast.ticket, calendar)).toEqual(nextReminder(ticket, calendar));
          expect(nextWakeUpAt(byPast.ticket, calendar)).toEqual(nextWakeUpAt(ticket, calendar));
          expect(changeOf(whole, byPast.ticket, now)).toEqual(changeOf(older, ticket, now));
          whole = { ...ticket, past: head.past as NonNullable<typeof head.past> };
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives a refused take the name of the assignee", () => {
    const assign = { type: "assign", officer: "sari", seen: 0, by: "system", at: START + 1 } as const;
    const held = applyEvent(opened, { ...assign, id: "r1", text: "Bu Sari" }, calendar);
    const take = { ...assign, id: "t1", officer: "budi", by: "budi", text: "Pak Budi", from: null };
    expect(() => applyEvent(openedFor(held, take), take, calendar)).toThrow(/Bu Sari has ticket/);
  });
});
