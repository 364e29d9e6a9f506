import { describe, expect, it } from "vitest";
import { applyEvent, checkStep, mayDo } from "../../src/casework/apply.ts";
import { categories } from "../../src/casework/category.ts";
import { kinds } from "../../src/casework/kinds/index.ts";
import { type MoveName, RELATIONS, type Relation } from "../../src/casework/kinds/kind.ts";
import { officesFor, openPartsOf, type Part } from "../../src/casework/part.ts";
import { newTicket, type Ticket, type TicketEvent } from "../../src/casework/ticket.ts";
import { type Act, OFFICER_ACTS } from "../../src/vocabulary/acts.ts";
import {
  Category,
  EVENT_TYPES,
  KINDS,
  type Kind,
  OFFICES,
  type Office,
  RUNGS,
  type Rung,
  STEPS,
  type Step,
} from "../../src/vocabulary/lists.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

const NOW = Date.UTC(2026, 10, 23, 3);
const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const CATEGORY = {
  complaint: "card",
  repair: "repair-data",
  request: "officer",
  data: "data-copy",
  urgent: "urgent",
} as const;
const ACTS: Act[] = [
  ...["read" as const, ...OFFICER_ACTS, "take" as const, "transfer" as const, "share" as const, "end-part" as const],
  ...(["reveal", "unlock", "amend", "raise", "lower"] as const),
];

const eventOf = (type: TicketEvent["type"], id: string): TicketEvent =>
  ({ type, id, at: NOW + 1, by: "x", text: "x" }) as TicketEvent;

const STEPPED: Record<Step, TicketEvent["type"][]> = {
  new: [],
  working: ["answer"],
  waiting: ["ask"],
  repaired: ["repair"],
  closed: ["close"],
};

function ticketIn(kind: Kind, step: Step, confidential: boolean): Ticket {
  const draft = { number: "LMG-26-000001-1", district: "lamongan", category: CATEGORY[kind], text: "x", person: {} };
  const opened = newTicket({ ...draft, locale: "id", openedAt: NOW, area: VILLAGE, confidential }, calendar);
  return STEPPED[step].reduce((ticket, type) => applyEvent(ticket, eventOf(type, type), calendar), opened);
}

const partOf = (office: Office, officer?: string): Part => ({
  ...{ no: 1, office, phase: "new", since: NOW, dueAt: NOW + 86_400_000 },
  ...(officer ? { officer } : {}),
});

type Cell = {
  kind: Kind;
  step: Step;
  confidential: boolean;
  act: Act;
  relation: Relation;
  rung: Rung;
  marked: boolean;
};

const FORBIDDEN: [string, (cell: Cell) => boolean][] = [
  [
    "a companion does only what concerns the tickets they have",
    ({ relation, rung }) => relation === "area" && rung === "companion",
  ],
  [
    "an officer of the place only reads, notes, takes and raises a ticket",
    ({ relation, act }) => relation === "area" && !["read", "note", "take", "raise"].includes(act),
  ],
  [
    "the second officer does not end, hand on, amend or lower the ticket",
    ({ relation, act }) => relation === "beside" && ["close", "transfer", "share", "amend", "lower"].includes(act),
  ],
  [
    "an officer with a part does not end, hand on, amend or lower the ticket",
    ({ relation, rung, act }) =>
      relation === "part" &&
      rung !== "dinsos" &&
      ["repair", "close", "transfer", "share", "amend", "lower"].includes(act),
  ],
  [
    "only an officer with the part and the Dinsos end the part",
    ({ relation, rung, act }) => act === "end-part" && rung !== "dinsos" && relation !== "part",
  ],
  ["a supervisor sees no full numbers", ({ relation, act }) => relation === "supervisor" && act === "reveal"],
  ["a companion repairs nobody's data", ({ rung, act }) => rung === "companion" && act === "repair"],
  ["only the Dinsos unlocks a person", ({ rung, act }) => rung !== "dinsos" && act === "unlock"],
  [
    "only a marked officer of the Dinsos opens a ticket to others",
    ({ rung, act, marked }) => act === "lower" && (rung !== "dinsos" || !marked),
  ],
];

const isEnded = (step: Step): boolean => step === "repaired" || step === "closed";

const IMPOSSIBLE: [
  string,
  string,
  (cell: Pick<Cell, "kind" | "step" | "confidential"> & { name: MoveName }) => boolean,
][] = [
  [
    "an officer only reads, notes and unlocks an ended ticket",
    "TICKET_CLOSED",
    ({ step, name }) =>
      isEnded(step) && (ACTS as MoveName[]).includes(name) && !["read", "note", "unlock"].includes(name),
  ],
  ["an addition to an ended ticket is refused", "TICKET_CLOSED", ({ step, name }) => isEnded(step) && name === "add"],
  [
    "an officer proceeds only after a question",
    "TICKET_NOT_WAITING",
    ({ step, name }) => !isEnded(step) && step !== "waiting" && name === "proceed",
  ],
  [
    "silence closes no ticket about data or danger and no confidential ticket",
    "TICKET_WAITING",
    ({ kind, step, confidential, name }) =>
      name === "close" && step === "waiting" && (kind === "data" || kind === "urgent" || confidential),
  ],
];

const TOO_LATE: readonly MoveName[] = ["remind", "nudge", "tell", "put-off"];

const rungsOf = (relation: Relation): readonly Rung[] =>
  relation === "part"
    ? OFFICES
    : relation === "supervisor"
      ? ["dinsos"]
      : relation === "area"
        ? RUNGS.filter((rung) => rung !== "dinsos")
        : RUNGS;

/** With `shared`, the part has no officer and belongs to every officer of the office. */
const held = (ticket: Ticket, relation: Relation, rung: Rung, shared = false): Ticket => ({
  ...ticket,
  ...(relation === "part" ? { parts: [partOf(rung as Office, shared ? undefined : "walker")] } : {}),
  ...(relation === "holder" ? { officer: "walker" } : {}),
  ...(relation === "beside" ? { beside: "walker" } : {}),
});

const refusal = (check: () => unknown): string | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const situations = KINDS.flatMap((kind) =>
  STEPS.flatMap((step) => {
    if (kind === "data" && step === "closed") return [{ kind, step, confidential: false }];
    return [false, true].map((confidential) => ({ kind, step, confidential }));
  }),
);

describe("the kinds' tables, cell by cell", () => {
  it.each(situations)("$kind in $step, confidential $confidential: who may do what", ({ kind, step, confidential }) => {
    const ticket = ticketIn(kind, step, confidential);
    for (const act of ACTS)
      for (const relation of RELATIONS)
        for (const rung of rungsOf(relation))
          for (const marked of [false, true]) {
            const officer = officerOf(rung, { id: "walker", sensitive: marked, urgent: marked, survivor: marked });
            const cell = { kind, step, confidential, act, relation, rung, marked };
            const rules = FORBIDDEN.flatMap(([rule, holds]) => (holds(cell) ? [rule] : []));
            for (const shared of [false, true])
              expect({ cell, rules, may: mayDo(officer, held(ticket, relation, rung, shared), act) }).toEqual({
                ...{ cell, rules, may: rules.length === 0 },
              });
          }
  });

  it.each(situations)("$kind in $step, confidential $confidential: what can happen", (situation) => {
    const ticket = ticketIn(situation.kind, situation.step, situation.confidential);
    for (const name of new Set<MoveName>([...ACTS, ...EVENT_TYPES])) {
      const found = IMPOSSIBLE.filter(([, , holds]) => holds({ ...situation, name }));
      const code = found[0]?.[1];
      if (isEnded(situation.step) && TOO_LATE.includes(name))
        expect(applyEvent(ticket, eventOf(name as TicketEvent["type"], "late"), calendar)).toBe(ticket);
      else expect({ name, code: refusal(() => checkStep(ticket, name)) }).toEqual({ name, code });
    }
  });

  it.each(situations)(
    "$kind in $step, confidential $confidential: an officer's words lead on or are refused",
    (situation) => {
      const { kind, step } = situation;
      const ticket = ticketIn(kind, step, situation.confidential);
      for (const name of OFFICER_ACTS) {
        const code = IMPOSSIBLE.find(([, , holds]) => holds({ ...situation, name }))?.[1];
        const act = () => applyEvent(ticket, eventOf(name, "walked"), calendar);
        if (code) {
          expect({ name, code: refusal(act) }).toEqual({ name, code });
          continue;
        }
        const next = act();
        expect(next.events.at(-1)?.id).toBe("walked");
        const ends = name === "close" || name === "repair";
        expect({ name, ended: next.closedAt !== undefined }).toEqual({ name, ended: ends || isEnded(step) });
        const isAsked = name === "ask" || (step === "waiting" && (name === "answer" || name === "note"));
        const pauses = isAsked && kind !== "data" && kind !== "urgent";
        expect({ name, paused: next.waitingSince !== undefined }).toEqual({ name, paused: pauses });
        const isSaid = name !== "note" && name !== "proceed";
        if (step === "new")
          expect({ name, answered: next.answeredAt !== undefined }).toEqual({ name, answered: isSaid });
      }
    },
  );
});

it("every category is in the table of one kind", () => {
  const listed = Object.values(kinds).flatMap((table) => Object.keys(table.categories));
  expect(listed.sort()).toEqual([...Category.options].sort());
  expect(Object.keys(categories).length).toBe(listed.length);
});

describe("the parts of a ticket, kind by kind", () => {
  const STRANGERS: [string, Rung, string][] = [
    ["another officer of the office", "disdukcapil", "stranger"],
    ["an officer of another office", "village", "walker"],
  ];
  it.each(STRANGERS)("%s has no rights by the part of another officer", (_, rung, id) => {
    const ticket = { ...ticketIn("complaint", "working", false), parts: [partOf("disdukcapil", "walker")] };
    const officer = officerOf(rung, { id });
    for (const act of ["answer", "ask", "end-part", "reveal"] as const)
      expect([act, mayDo(officer, ticket, act)]).toEqual([act, false]);
  });

  it("an ended part gives its officer no rights", () => {
    const ended = { ...partOf("disdukcapil", "walker"), endedAt: NOW, outcome: "done" as const };
    const ticket = { ...ticketIn("complaint", "working", false), parts: [ended] };
    const officer = officerOf("disdukcapil", { id: "walker" });
    for (const act of ["answer", "end-part", "reveal"] as const) expect(mayDo(officer, ticket, act)).toBe(false);
  });

  it("offices may have a part only of a ticket that the whole place reads", () => {
    for (const { kind, step, confidential } of situations) {
      const isOpen = !confidential && ["complaint", "repair", "request"].includes(kind);
      expect({ kind, step, offices: officesFor(ticketIn(kind, step, confidential)) }).toEqual({
        ...{ kind, step, offices: isOpen ? [...OFFICES] : [] },
      });
    }
  });

  const open = situations.filter(({ step }) => !isEnded(step));
  it.each(open)("$kind in $step, confidential $confidential: what each move does to the parts", (situation) => {
    const { kind, step, confidential } = situation;
    const started = ticketIn(kind, step, confidential);
    const may = officesFor(started);
    const parts = OFFICES.map((office, index) => ({ ...partOf(office), no: index + 1 }));
    for (const type of EVENT_TYPES) {
      if (IMPOSSIBLE.some(([, , holds]) => holds({ ...situation, name: type }))) continue;
      const known = { now: {}, endings: [], of: 1, seen: 0, due: 1, late: false, until: 1, file: "f", fetched: {} };
      const more = { ...known, office: "disdukcapil" as const, outcome: "not-ours" as const, officer: "walker" };
      const event = { ...eventOf(type, "walked"), ...more } as TicketEvent;
      const act = () => applyEvent({ ...started, parts }, event, calendar);
      const isEnding = type === "close" || type === "repair";
      if (isEnding) {
        expect([type, refusal(act)], "the other office still has its part").toEqual([type, "PART_OPEN"]);
        const alone = { ...started, parts: parts.filter(({ office }) => office === "disdukcapil") };
        const ended = applyEvent(alone, event, calendar);
        expect(ended.parts.map(({ phase, outcome }) => [phase, outcome])).toEqual([["solved", "done"]]);
        expect(refusal(() => applyEvent(alone, { ...event, office: undefined } as TicketEvent, calendar))).toBe(
          "PART_OPEN",
        );
        continue;
      }
      const before = { ...started, parts };
      const next = applyEvent(before, event, calendar);
      if (next === before) continue;
      const left = openPartsOf(next).map(({ office }) => office);
      const isLeft = (office: Office) => may.includes(office) && (type !== "end-part" || office !== "disdukcapil");
      expect([type, left]).toEqual([type, OFFICES.filter(isLeft)]);
    }
  });
});
