import { similarName } from "../../nearest-name.ts";
import type { RowKind } from "../../register/recipient.ts";
import { columnKey, columnsOfKind } from "./column-names.ts";

export type UnusedMapping = { name: string; column: string; nearest?: string };

/** Returns the mapped names that the header lacks. */
export function unusedMappingsOf(
  header: readonly string[],
  kind: RowKind,
  mapping: Record<string, string>,
): UnusedMapping[] {
  const namesThere = new Set(header.map(columnKey));
  const ours = new Map(columnsOfKind(kind).map((name) => [columnKey(name), name]));
  return Object.entries(mapping).flatMap(([name, target]) => {
    const column = ours.get(columnKey(target));
    if (column === undefined || namesThere.has(columnKey(name))) return [];
    const named = header.filter((other) => columnKey(other) !== "");
    const key = similarName(columnKey(name), named.map(columnKey));
    const nearest = named.find((other) => columnKey(other) === key);
    return [{ name, column, ...(nearest === undefined ? {} : { nearest: nearest.replace(/\s+/g, " ").trim() }) }];
  });
}

export const describeUnusedMapping = ({ name, column, nearest }: UnusedMapping): string =>
  `--mapping names "${name}" for ${column}, and the sheet has no such column` +
  (nearest === undefined ? "" : `; the nearest is "${nearest}"`);
