import type { Category, Rung } from "../vocabulary/lists.ts";
import { covers, type Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";
import { hiddenFrom, openedTo } from "./urgent.ts";

type Seen = Pick<
  Ticket,
  "kind" | "category" | "sensitive" | "doubt" | "area" | "district" | "officer" | "beside" | "reason" | "barred"
>;

/** What an officer may see, as data: a store asks with it for exactly the tickets that `inSight` lets through. */
export type Sight = {
  district: string;
  officer: string;
  /** Codes, or beginnings of them, whose tickets are seen besides those held; `all` is the whole district. */
  areas: readonly string[] | "all";
  /** Where set, a place's tickets are seen only with one of these reasons. */
  reasons?: readonly string[];
  /** What names an official, and what a person asks about their own data. */
  sensitive: boolean;
  data: boolean;
  /** What may name an official, until it has been checked. */
  doubt: boolean;
  /** Categories that are never seen, and those that are seen whatever else is said of them. */
  hidden: readonly Category[];
  opened: readonly Category[];
};

/** Rungs that see the tickets of their places; a companion sees their own list only. */
const SEES_PLACES: ReadonlySet<Rung> = new Set(["village", "tksk", "dinsos", "disdukcapil"]);

/** `owned` are the reasons whose repair is Disdukcapil's; `undefined` for an officer who is off, and sees nothing. */
export function sightOf(officer: Officer, owned: readonly string[] = []): Sight | undefined {
  const { id, district, rung, active, sensitive } = officer;
  if (!active) return undefined;
  const isDinsos = rung === "dinsos";
  return {
    district,
    officer: id,
    areas: SEES_PLACES.has(rung) ? placesOf(officer) : [],
    ...(rung === "disdukcapil" ? { reasons: owned } : {}),
    sensitive: isDinsos && sensitive,
    data: isDinsos,
    doubt: isDinsos,
    hidden: hiddenFrom(officer),
    opened: openedTo(officer),
  };
}

const placesOf = (officer: Officer): Sight["areas"] => (covers(officer, undefined) ? "all" : officer.areas);

/** The one rule of who may see a ticket. */
export function inSight(sight: Sight, ticket: Seen): boolean {
  if (sight.district !== ticket.district || ticket.barred?.includes(sight.officer)) return false;
  if (sight.hidden.includes(ticket.category)) return false;
  if (sight.opened.includes(ticket.category)) return true;
  if (ticket.sensitive) return sight.sensitive;
  if (ticket.kind === "data") return sight.data;
  if (ticket.doubt && !sight.doubt) return false;
  if (ticket.officer === sight.officer || ticket.beside === sight.officer) return true;
  if (sight.reasons && !(ticket.reason && sight.reasons.includes(ticket.reason))) return false;
  const { area } = ticket;
  return sight.areas === "all" || (area !== undefined && sight.areas.some((own) => area.startsWith(own)));
}

/** Whether an officer may see a ticket at all. */
export function maySee(officer: Officer, ticket: Seen, owned?: readonly string[]): boolean {
  const sight = sightOf(officer, owned);
  return sight !== undefined && inSight(sight, ticket);
}
