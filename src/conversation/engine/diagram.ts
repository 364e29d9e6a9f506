import { type Flows, targetsOf } from "./flow.ts";

const name = (at: string): string => at.replace(/[.-]/g, "_");

/** Returns Mermaid text. */
export function diagramOf({ all }: Pick<Flows, "all">): string {
  const lines = ["stateDiagram-v2", "  [*] --> menu_choose"];
  for (const { name: flow, states } of all) {
    lines.push(`  state ${flow} {`);
    for (const [state, { prompt }] of Object.entries(states)) {
      const at = `${flow}.${state}`;
      lines.push(prompt === undefined ? `    state ${name(at)} <<choice>>` : `    ${name(at)} : ${state}`);
    }
    lines.push("  }");
  }
  for (const { name: flow, states } of all) {
    for (const [state, definition] of Object.entries(states)) {
      for (const to of targetsOf(definition)) lines.push(`  ${name(`${flow}.${state}`)} --> ${name(to)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
