import { describe, expect, it } from "vitest";
import { TicketEvent } from "../../src/casework/event.ts";

const STAMP = { id: "e1", at: 1, by: "dina", text: "kata" };

const WRITTEN: readonly [before: string, now: string, more: object][] = [
  ["added", "add", {}],
  ["disputed", "dispute", {}],
  ["amended", "amend", { now: {} }],
  ["withheld", "withhold", { endings: ["9901"] }],
  ["erased", "erase", {}],
  ["noted", "note", {}],
  ["answered", "answer", { outbound: "c.e1" }],
  ["asked", "ask", {}],
  ["repaired", "repair", {}],
  ["closed", "close", {}],
  ["routed", "assign", { seen: 3 }],
  ["told", "tell", { officer: "dina", notice: "n1" }],
  ["put-off", "put-off", { until: 5 }],
  ["fetched", "fetch", { file: "f1", fetched: { state: "refused", refusal: "gone" } }],
  ["reminded", "remind", { due: 9, late: true }],
  ["nudged", "nudge", {}],
  ["withdrawn", "take-back", { of: 3 }],
  ["confided", "confide", {}],
  ["proceeded", "proceed", {}],
];

/** Events that are new in 0.2. */
const NEW = new Set<string>(["share", "end-part"]);

describe("an event that a release before 0.2 wrote", () => {
  it.each(WRITTEN)("%s is read as %s, like the present name", (before, now, more) => {
    const read = TicketEvent.parse({ type: before, ...STAMP, ...more });
    expect(read).toEqual({ type: now, ...STAMP, ...more });
    expect(TicketEvent.parse(read)).toEqual(read);
  });

  it("leaves out no event that can happen", () => {
    const known = new Set(WRITTEN.map(([, now]) => now));
    const all = TicketEvent.out.options.map(({ shape }) => shape.type.value);
    expect(all.filter((type) => !known.has(type) && !NEW.has(type))).toEqual([]);
  });

  it.each([{ type: "noted!" }, { type: 7 }, null, "noted"])("%o is refused", (event) => {
    expect(TicketEvent.safeParse(event).success).toBe(false);
  });
});
