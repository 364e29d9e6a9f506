import type { Sight } from "../casework/sight.ts";
import type { TicketFilter } from "./ports/tickets.ts";

/**
 * A part of a list that one index serves in the list's own order: `key` is this, newest first, open or closed. A list is
 * the newest of its branches together, so that no part of it is read further than its limit.
 */
export type Branch = { key: BranchKey; value: string; district?: string; open?: boolean };
type BranchKey =
  | "conversation"
  | "person"
  | "officer"
  | "beside"
  | "area"
  | "kecamatan"
  | "category"
  | "reason"
  | "sensitive"
  | "kind"
  | "district";

/** Each branch of a filter; none for one that names nothing an index begins with. */
export function branchesOf(filter: TicketFilter, person: string | undefined): Branch[] {
  const { open } = filter;
  const states = open === undefined ? [true, false] : [open];
  return keysOf(filter, person).flatMap((branch) => states.map((one) => ({ ...branch, open: one })));
}

function keysOf(filter: TicketFilter, person: string | undefined): Branch[] {
  const { conversation, officer, area, category, seenBy } = filter;
  const district = filter.district ?? seenBy?.district;
  if (conversation !== undefined) return [{ key: "conversation", value: conversation }];
  if (person !== undefined) return [{ key: "person", value: person }];
  if (officer !== undefined) return heldBy(officer);
  if (area?.length === 10) return [{ key: "area", value: area }];
  if (area?.length === 6) return [{ key: "kecamatan", value: area }];
  if (seenBy && seenBy.areas !== "all") return [...heldBy(seenBy.officer), ...placesOf(seenBy), ...lanesOf(seenBy)];
  if (seenBy?.reasons && district !== undefined) {
    return [...heldBy(seenBy.officer), ...seenBy.reasons.map((value) => ({ key: "reason" as const, value, district }))];
  }
  if (district === undefined) return [];
  if (category !== undefined) return [{ key: "category", value: category, district }];
  return [{ key: "district", value: district, district }];
}

const heldBy = (value: string): Branch[] => [
  { key: "officer", value },
  { key: "beside", value },
];

function placesOf({ areas, district }: Sight): Branch[] {
  if (areas === "all") return [];
  if (areas.some((code) => code.length !== 6 && code.length !== 10)) {
    return [{ key: "district", value: district, district }];
  }
  return areas.map((value) => ({ key: value.length === 10 ? "area" : "kecamatan", value }));
}

/** What is seen whatever its place. */
const lanesOf = ({ district, sensitive, data, opened }: Sight): Branch[] => [
  ...opened.map((value) => ({ key: "category" as const, value, district })),
  ...(sensitive ? [{ key: "sensitive" as const, value: "1", district }] : []),
  ...(data ? [{ key: "kind" as const, value: "data", district }] : []),
];

type Row = { number: string; openedAt: number };

/** The newest `limit` of all branches, each ticket once, oldest first. */
export function joined<R extends Row>(branches: readonly (readonly R[])[], limit: number): R[] {
  const all = new Map(branches.flat().map((row) => [row.number, row]));
  const newest = [...all.values()].sort((a, b) => b.openedAt - a.openedAt || (a.number < b.number ? 1 : -1));
  return newest.slice(0, limit).reverse();
}
