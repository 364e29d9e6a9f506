import { type Flow, type Flows, flowOf, type State } from "./flow.ts";
import type { StateName } from "./state-names.ts";

export function registerFlows(all: readonly Flow[], entries: Readonly<Record<string, StateName>>): Flows {
  const byName = new Map(all.map((flow) => [flow.name, flow]));

  function flowNamed(at: StateName): Flow {
    const flow = byName.get(flowOf(at));
    if (!flow) throw new Error(`no flow holds ${at}`);
    return flow;
  }

  function stateAt(at: StateName): State {
    const state = flowNamed(at).states[at.slice(at.indexOf(".") + 1)];
    if (!state) throw new Error(`no state ${at}`);
    return state;
  }

  return { all, flowNamed, stateAt, entry: (name) => (Object.hasOwn(entries, name) ? entries[name] : undefined) };
}
