import { defined } from "../../defined.ts";
import type { Category, Kind } from "../../vocabulary/lists.ts";
import { isOnlyForMarked, rule } from "../category.ts";
import { dangerLaneOf } from "../danger-lane.ts";
import { kindTable } from "../kinds/index.ts";
import type { LaneChange } from "../lane.ts";
import type { Officer } from "../officer.ts";
import { screenWords } from "../screen.ts";
import type { Ticket } from "../ticket.ts";
import { isVisibleTo } from "./caller.ts";
import type { Desk } from "./desk.ts";

export type ScreeningDesk = Pick<Desk, "store" | "signals" | "words" | "districts" | "channels">;

export const isReadByPlace = (kind: Kind): boolean => kindTable(kind).readers === "place";

export async function findLaneOfWords(
  desk: ScreeningDesk,
  ticket: Ticket,
  { words, author, isStory }: { words: string; author: Officer | undefined; isStory: boolean },
): Promise<{ lane: LaneChange | undefined; namesDinsosOfficer: boolean }> {
  const officers = await desk.store.officers(ticket.district);
  const areas = ticket.area ? [ticket.area] : [];
  const read = screenWords(words, { reader: desk.signals, words: desk.words, officers, areas });
  const { namesDinsosOfficer, ...certain } = weighFindings(read, { kind: ticket.kind, officers, author });
  const found = { ...certain, ...(read.doubt && isStory ? { doubt: true as const } : {}) };
  const category = isOnlyForMarked(ticket.category) ? undefined : dangerLaneOf(desk.signals.read(words));
  return { lane: laneChangeOf(desk, { ...found, ...defined({ category }) }, ticket, officers), namesDinsosOfficer };
}

type Found = Omit<LaneChange, "keeps">;
type Weighing = { kind: Kind; officers: readonly Officer[]; author?: Officer | undefined };

/** An officer outside the Dinsos cannot bar an officer of the Dinsos. */
export function weighFindings(
  found: Found,
  { kind, officers, author }: Weighing,
): Found & { namesDinsosOfficer: boolean } {
  const isBelow = author !== undefined && author.rung !== "dinsos";
  const isSpared = (id: string) => isBelow && officers.some((one) => one.id === id && one.rung === "dinsos");
  const namesDinsosOfficer = found.barred.some(isSpared);
  const barred = found.barred.filter((id) => !isSpared(id));
  return {
    sensitive: namesDinsosOfficer || (found.sensitive && kindTable(kind).readers !== "dinsos"),
    barred,
    namesDinsosOfficer,
  };
}

export function laneChangeOf(
  desk: ScreeningDesk,
  found: Found,
  ticket: Ticket,
  officers: readonly Officer[],
): LaneChange | undefined {
  const barred = found.barred.filter((id) => !ticket.barred?.includes(id));
  const { category } = found;
  const isRaised = found.sensitive && !ticket.sensitive;
  const isDoubted =
    found.doubt === true && !category && !found.sensitive && !ticket.sensitive && mayDoubt(ticket.category);
  if (!isRaised && !isDoubted && barred.length === 0 && !category) return undefined;
  const doubt = isDoubted ? { doubt: true as const } : {};
  const moved = category ? { category, kind: rule(category).kind } : {};
  const after = { ...ticket, ...doubt, ...moved, sensitive: ticket.sensitive || found.sensitive, barred };
  const keeps = [ticket.officer, ticket.beside].flatMap((id) => {
    const holder = officers.find((one) => one.id === id);
    return holder && isVisibleTo(desk, holder, after) ? [holder.id] : [];
  });
  return { sensitive: after.sensitive, ...doubt, barred, keeps, ...defined({ category }) };
}

export const mayDoubt = (category: Category): boolean => isReadByPlace(rule(category).kind);
