import { describe, expect, it } from "vitest";
import { targetsOf } from "../../src/conversation/engine/flow.ts";
import { StateAt, type StateName } from "../../src/conversation/engine/state-names.ts";
import { flows } from "../../src/conversation/flows/index.ts";

const { entry, stateAt } = flows;
const all = flows.all.flatMap(({ name, states }) =>
  Object.entries(states).map(([state, definition]) => [StateAt.parse(`${name}.${state}`), definition] as const),
);
const names: ReadonlySet<string> = new Set(all.map(([at]) => at));

describe.each(all)("state %s", (at, state) => {
  it("leads to states that exist", () => {
    expect(targetsOf(state).filter((to) => !names.has(to))).toEqual([]);
  });

  it("has a way out", () => {
    expect(targetsOf(state).some((to) => to !== at) || typeof state.options === "function").toBe(true);
  });

  it("has a prompt, takes a look-up's result, or can be entered", () => {
    expect(state.prompt !== undefined || state.found !== undefined || state.enter !== undefined).toBe(true);
    if (state.takes) expect(state.take).toBeTypeOf("function");
  });
});

it("the menu and the entrances lead to every state", () => {
  const seen = new Set<string>();
  const bySelesai: StateName = "finish.ask"; // "selesai" leads there from every draft
  const signalled: StateName[] = ["urgent.checking", "urgent.consent"]; // signals lead there from every state
  const entrances = all.filter(([, { enter }]) => enter).map(([at]) => at);
  const waiting: StateName[] = ["menu.choose", bySelesai, ...signalled, ...entrances];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...targetsOf(stateAt(at)));
  }
  expect([...names].filter((at) => !seen.has(at))).toEqual([]);
});

it.each(["menu", "check", "repair", "complaint", "track", "programmes", "offices", "officer", "privacy", "language"])(
  "the deep link %s leads to a state that can be entered",
  (name) => {
    const at = entry(name);
    expect(at && stateAt(at).enter).toBeTypeOf("function");
  },
);
