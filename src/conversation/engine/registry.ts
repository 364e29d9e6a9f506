import { type Flow, type Flows, flowOf, type State } from "./flow.ts";

/** Whatever no version knows is read as the first state of this flow. */
const FIRST = { flow: "menu", state: "choose" };

/** Makes the engine's view of these flows; `entries` says which states deep links and menu rows lead to. */
export function registerFlows(all: readonly Flow[], entries: Readonly<Record<string, string>>): Flows {
  const byName = new Map(all.map((flow) => [flow.name, flow]));
  const menu = byName.get(FIRST.flow);
  const first = menu?.states[FIRST.state];
  if (!menu || !first) throw new Error(`no state ${FIRST.flow}.${FIRST.state}`);
  const flowNamed = (at: string): Flow => byName.get(flowOf(at)) ?? menu;
  function knownState(at: string): State | undefined {
    const states = byName.get(flowOf(at))?.states ?? {};
    const name = at.slice(at.indexOf(".") + 1);
    return Object.hasOwn(states, name) ? states[name] : undefined;
  }
  return {
    all,
    flowNamed,
    knownState,
    stateAt: (at) => knownState(at) ?? first,
    entry: (name) => (Object.hasOwn(entries, name) ? entries[name] : undefined),
  };
}
