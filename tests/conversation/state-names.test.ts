import { describe, expect, it } from "vitest";
import type { Step } from "../../src/conversation/engine/flow.ts";
import type { LookUpResult } from "../../src/conversation/engine/lookup.ts";
import { newSession, readSession } from "../../src/conversation/engine/session.ts";
import { FIRST_STATE, isStateName } from "../../src/conversation/engine/state-names.ts";
import { takeTurn } from "../../src/conversation/engine/turn.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { factsAt, NOW, translate } from "./dialogue.ts";

describe("a session of an older release", () => {
  const stored = (at: string) => ({
    ...newSession("id"),
    at,
    data: { nik: "3524014107859001" },
    trail: ["check.number", "gone.state"],
    drafts: { complaint: { at: "complaint.gone", data: { text: "Uang PKH saya dipotong" } } },
    lastAt: NOW - 40 * 60_000,
  });

  it.each(["gone.state", "check.gone", "check.constructor", "", "menu"])("that rests at %j opens at the menu", (at) => {
    const session = readSession(JSON.parse(JSON.stringify(stored(at))));
    expect(session).toMatchObject({ at: FIRST_STATE, trail: ["check.number", FIRST_STATE] });
    expect(session?.drafts.complaint).toMatchObject({ at: FIRST_STATE });
    const content = { type: "text", text: "menu" } as const;
    const turn = session && takeTurn(session, { type: "message", content }, factsAt(NOW), flows);
    expect(turn?.session.at).toBe(FIRST_STATE);
    const said = turn?.replies.flatMap(({ parts }) => parts.map((part) => translate("id", part))) ?? [];
    expect(said.join("\n")).not.toContain("flows.");
  });

  it("that rests at a state of today stays there", () => {
    expect(readSession(stored("check.proof"))?.at).toBe("check.proof");
  });

  it("that offered `true` offers Javanese", () => {
    expect(readSession({ ...stored("check.proof"), offersLanguage: true })?.offersLanguage).toBe("jv");
    expect(readSession({ ...stored("check.proof"), offersLanguage: "su" })?.offersLanguage).toBe("su");
  });
});

it("the flows define only listed states, and each once", () => {
  const defined = flows.all.flatMap(({ name, states }) => Object.keys(states).map((state) => `${name}.${state}`));
  expect(defined.filter((at) => !isStateName(at))).toEqual([]);
  expect(new Set(defined).size).toBe(defined.length);
});

it("the compiler refuses a step to an unknown state, and a result of another look-up", () => {
  // @ts-expect-error a slip of the pen
  const slip: Step = { to: "check.nummber" };
  // @ts-expect-error a ticket's number comes with no list of tickets
  const mixed: LookUpResult<"ticket-number"> = { find: "ticket-number", tickets: [] };
  expect([slip.to, mixed.find].filter((name) => name === "check.number")).toEqual([]);
});
