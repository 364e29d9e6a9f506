import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { categories, rule } from "../../src/casework/category.ts";
import { nextReminder } from "../../src/casework/reminder.ts";
import { isOverdue, newTicket, type Ticket, type TicketEvent } from "../../src/casework/ticket.ts";
import type { Category } from "../../src/vocabulary/lists.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const MONDAY = Date.parse("2026-11-23T09:00+07:00");
const DAY = 86_400_000;
const opened = (category: Category = "not-paid"): Ticket =>
  newTicket(
    {
      number: "LMG-26-000123-7",
      district: "lamongan",
      category,
      text: "belum cair",
      person: {},
      locale: "id",
      openedAt: MONDAY,
    },
    calendar,
  );
type Plain = Exclude<
  TicketEvent["type"],
  | "assign"
  | "remind"
  | "fetch"
  | "withhold"
  | "take-back"
  | "amend"
  | "dispute"
  | "tell"
  | "put-off"
  | "share"
  | "end-part"
>;
const event = (type: Plain, at = MONDAY + DAY, id = `${type}${at}`): TicketEvent => ({
  type,
  id,
  at,
  by: "wati",
  text: "ya",
});
const then = (ticket: Ticket, ...events: TicketEvent[]): Ticket =>
  events.reduce((one, next) => applyEvent(one, next, calendar), ticket);

describe("an event in a state", () => {
  const states = {
    new: opened(),
    working: then(opened(), event("note", MONDAY + 1)),
    waiting: then(opened(), event("ask", MONDAY + 1)),
    closed: then(opened(), event("close", MONDAY + 1)),
  };
  const rows: [keyof typeof states, Plain, string][] = [
    ["new", "add", "new"],
    ["new", "note", "working"],
    ["new", "answer", "working"],
    ["new", "ask", "waiting"],
    ["new", "repair", "closed"],
    ["new", "close", "closed"],
    ["working", "add", "working"],
    ["working", "note", "working"],
    ["working", "answer", "working"],
    ["working", "ask", "waiting"],
    ["working", "repair", "closed"],
    ["working", "close", "closed"],
    ["waiting", "add", "working"],
    ["waiting", "note", "waiting"],
    ["waiting", "answer", "waiting"],
    ["waiting", "ask", "waiting"],
    ["waiting", "repair", "closed"],
    ["waiting", "close", "closed"],
    ["closed", "note", "closed"],
  ];
  it.each(rows)("%s: the event %s leads to %s", (state, type, expected) => {
    const ticket = then(states[state], event(type));
    expect(ticket.state).toBe(expected);
    expect(ticket.events).toHaveLength(states[state].events.length + 1);
  });

  it.each(["add", "answer", "ask", "repair", "close"] as const)("a closed ticket refuses %s", (type) => {
    expect(() => then(states.closed, event(type))).toThrow(expect.objectContaining({ code: "TICKET_CLOSED" }));
  });
});

it("a repeated event changes nothing", () => {
  const types = ["add", "note", "answer", "ask"] as const;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...types), { maxLength: 8 }), (sequence) => {
      const events = sequence.map((type, index) => event(type, MONDAY + index * DAY, String(index)));
      const once = then(opened(), ...events);
      expect(then(once, ...events)).toBe(once);
    }),
  );
});

describe("clocks", () => {
  it("are stopped once by the first answer", () => {
    const ticket = then(opened(), event("answer", MONDAY + 5), event("answer", MONDAY + DAY));
    expect(ticket.answeredAt).toBe(MONDAY + 5);
  });

  it("stop while the citizen is asked, and continue when the citizen writes", () => {
    const ticket = opened();
    const asked = then(ticket, event("ask", MONDAY + DAY));
    expect(isOverdue(asked, ticket.firstAnswerBy + 1)).toBe(false);
    const back = then(asked, event("add", MONDAY + 8 * DAY));
    expect(back.resolveBy).toBeGreaterThan(ticket.resolveBy);
    expect(back.waitingSince).toBeUndefined();
  });

  it("of requests about data never stop", () => {
    const ticket = opened("data-copy");
    const asked = then(ticket, event("ask", MONDAY + DAY));
    expect([asked.state, asked.resolveBy, isOverdue(asked, ticket.resolveBy + 1)]).toEqual([
      "waiting",
      ticket.resolveBy,
      true,
    ]);
  });

  it.each([
    ["before the first answer is due", 0, [], false],
    ["after it, unanswered", 4 * DAY, [], true],
    ["after it, answered", 4 * DAY, ["answer"], false],
    ["after the end, answered", 40 * DAY, ["answer"], true],
    ["closed", 40 * DAY, ["close"], false],
  ] as const)("overdue: %s", (_, later, types, expected) => {
    const ticket = then(opened(), ...types.map((type) => event(type, MONDAY + 1)));
    expect(isOverdue(ticket, MONDAY + later)).toBe(expected);
  });
});

describe.each(Object.keys(categories) as Category[])("%s", (category) => {
  it("has a first answer and an end in the right order", () => {
    const ticket = opened(category);
    expect(ticket.firstAnswerBy).toBeGreaterThan(MONDAY);
    expect(ticket.resolveBy).toBeGreaterThanOrEqual(ticket.firstAnswerBy);
    expect(ticket.sensitive).toBe(["cut", "officer-conduct"].includes(category));
    if (rule(category).kind === "data") expect(ticket.resolveBy - MONDAY).toBe(72 * 3_600_000);
  });
});

describe("reminders", () => {
  const at = (day: string) => Date.parse(`2026-${day}T16:00+07:00`);
  const told = (due: number, late: boolean): TicketEvent => ({
    type: "remind",
    id: `${late}-${due}`,
    at: due,
    by: "system",
    text: "",
    due,
    late,
  });
  const FIRST = at("11-26"); // three working days after Monday 23
  const LAST = at("12-11"); // fourteen working days
  const rows: [string, Ticket, ReturnType<typeof nextReminder>][] = [
    ["new: a working day before the first answer", opened(), { at: at("11-25"), due: FIRST, late: false }],
    ["told once: at the deadline", then(opened(), told(FIRST, false)), { at: FIRST, due: FIRST, late: true }],
    [
      "told twice: once a working day until it is answered",
      then(opened(), told(FIRST, false), told(FIRST, true)),
      { at: at("11-27"), due: FIRST, late: true },
    ],
    [
      "told on a Friday: on Monday again",
      then(opened(), told(FIRST, true), { ...told(FIRST, true), id: "again", at: at("11-27") }),
      { at: at("11-30"), due: FIRST, late: true },
    ],
    [
      "answered: the last clock",
      then(opened(), told(FIRST, false), event("answer")),
      { at: at("12-10"), due: LAST, late: false },
    ],
    [
      "waiting for the citizen: after seven working days somebody decides",
      then(opened(), event("ask")),
      { at: at("12-03"), due: at("12-03"), late: true },
    ],
    ["close", then(opened(), event("close")), undefined],
    ["closed before the reminder was written", then(opened(), event("close"), told(FIRST, true)), undefined],
    [
      "a right under the law: a day before, by the calendar",
      opened("data-copy"),
      { at: MONDAY + 2 * DAY, due: MONDAY + 3 * DAY, late: false },
    ],
    [
      "a living person listed as dead: the same day's closing time",
      opened("listed-dead"),
      { at: at("11-23"), due: at("11-24"), late: false },
    ],
  ];
  it("leave only the first and the newest of one clock in the thread", () => {
    const again = [0, 1, 2, 3].map((day) => ({ ...told(FIRST, true), id: `late-${day}`, at: FIRST + day * DAY }));
    expect(then(opened(), ...again).events.map(({ id }) => id)).toEqual(["late-0", "late-3"]);
  });

  it.each(Object.keys(categories) as Category[])("of a reopened %s come after it was reopened", (category) => {
    const reopenedAt = MONDAY + 10 * DAY;
    const reopened = then(opened(category), event("answer"), event("close", MONDAY + 2 * DAY), {
      ...event("add", reopenedAt),
      type: "dispute" as const,
    });
    const next = nextReminder(reopened, calendar);
    if (next) expect(next.at).toBeGreaterThan(reopenedAt);
  });

  it.each(rows)("%s", (_, ticket, expected) => expect(nextReminder(ticket, calendar)).toEqual(expected));
});
