/** `at` is the place of the value, as `FILE:LINE`. */
export type Located =
  | { at: string; value: string | number | boolean | null }
  | { at: string; items: Located[] }
  | { at: string; fields: Map<string, Located> };

export type Fields = Extract<Located, { fields: unknown }>;

export const isFields = (node: Located | undefined): node is Fields => node !== undefined && "fields" in node;

export function plainValue(node: Located): unknown {
  if ("items" in node) return node.items.map(plainValue);
  if ("fields" in node) return Object.fromEntries([...node.fields].map(([name, one]) => [name, plainValue(one)]));
  return node.value;
}

/** If the value at `path` is missing, returns the place around it. */
export function placeOf(node: Located, path: readonly PropertyKey[]): string {
  const [step, ...rest] = path;
  const next = step === undefined ? undefined : childOf(node, step);
  return next ? placeOf(next, rest) : node.at;
}

function childOf(node: Located, step: PropertyKey): Located | undefined {
  if ("items" in node) return node.items[Number(step)];
  return "fields" in node ? node.fields.get(String(step)) : undefined;
}

export function textOf(node: Located | undefined, name: string): string | undefined {
  const field = isFields(node) ? node.fields.get(name) : undefined;
  return field && "value" in field && typeof field.value === "string" ? field.value : undefined;
}
