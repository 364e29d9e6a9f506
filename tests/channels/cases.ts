import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChannelCases } from "../conformance/channel-setup.ts";

/** `differs` maps paths of the base to values: `{ "sent.type": "image" }`. */
type Written = { label: string; base?: string; differs?: Record<string, unknown>; without?: string[] };
type Table = {
  bases?: Partial<Record<Kind, Record<string, object>>>;
  names?: Partial<Record<Kind, Record<string, string>>>;
} & Record<Kind, Written[]>;
type Kind = "inbound" | "outbound";

export function channelCases(name: string): ChannelCases {
  const table = JSON.parse(readFileSync(join(import.meta.dirname, name, "cases.json"), "utf8")) as Table;
  const whole = (kind: Kind) => table[kind].map((one) => wholeCase(one, table.bases?.[kind], table.names?.[kind]));
  return { inbound: whole("inbound"), outbound: whole("outbound") } as ChannelCases;
}

function wholeCase(
  { label, base, differs = {}, without = [], ...own }: Written,
  bases: Record<string, object> = {},
  names: Record<string, string> = {},
): object {
  if (base === undefined) return { label, ...own };
  const start = bases[base];
  if (!start) throw new Error(`"${label}": no base "${base}"`);
  const result = structuredClone(start) as Record<string, unknown>;
  const path = (short: string): string[] => {
    const [first = "", ...rest] = short.split(".");
    return [...(names[first] ?? first).split("."), ...rest];
  };
  for (const [short, value] of Object.entries(differs)) put(result, path(short), value, label);
  for (const short of without) remove(result, path(short), label);
  return { label, ...result };
}

function parentOf(node: Record<string, unknown>, path: string[], label: string): [Record<string, unknown>, string] {
  const key = path.at(-1) ?? "";
  const parent = path.slice(0, -1).reduce<unknown>((one, step) => (one as Record<string, unknown>)?.[step], node);
  if (typeof parent !== "object" || parent === null) throw new Error(`"${label}": its base has no ${path.join(".")}`);
  return [parent as Record<string, unknown>, key];
}

function put(node: Record<string, unknown>, path: string[], value: unknown, label: string): void {
  const [parent, key] = parentOf(node, path, label);
  parent[key] = value;
}

function remove(node: Record<string, unknown>, path: string[], label: string): void {
  const [parent, key] = parentOf(node, path, label);
  if (!(key in parent)) throw new Error(`"${label}": its base has no ${path.join(".")}`);
  delete parent[key];
}
