import type { Mark } from "../../vocabulary/lists.ts";
import { allKeys } from "../access.ts";
import { rule } from "../category.ts";
import { kindTable } from "../kinds/index.ts";
import type { Officer } from "../officer.ts";
import type { TicketHead } from "../ticket.ts";
import { isVisibleTo } from "./caller.ts";
import type { Desk } from "./desk.ts";

export type StrandedLane = Mark | "sensitive" | "dinsos" | "place";

const MOST = 1_000;

export async function countStranded(
  { store, districts }: Pick<Desk, "store" | "districts">,
  district: string,
  officers: readonly Officer[],
): Promise<Map<StrandedLane, number>> {
  const { heads } = await store.list({ sight: { district, keys: allKeys(district) }, open: true, limit: MOST });
  const lanes = heads
    .filter((ticket) => !officers.some((one) => one.active && isVisibleTo({ districts }, one, ticket)))
    .map(laneOf);
  return new Map([...new Set(lanes)].map((lane) => [lane, lanes.filter((one) => one === lane).length]));
}

function laneOf({ category, kind, sensitive, doubt }: TicketHead): StrandedLane {
  const { onlyMarked } = rule(category);
  if (onlyMarked) return onlyMarked;
  if (sensitive) return "sensitive";
  return doubt || kindTable(kind).readers === "dinsos" ? "dinsos" : "place";
}
