import type { Category } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import { covers, type Officer } from "./officer.ts";
import { openPartsOf, partOfficersOf } from "./part.ts";
import type { Ticket } from "./ticket.ts";

/**
 * An officer sees a ticket if both have the same key and the officer is not barred. Each key has a letter and the
 * district, then:
 * - `o`: the id of the officer who holds the ticket.
 * - `a`, `k`, `c`: the code of the village, kecamatan or kabupaten.
 * - `d`: nothing, or a category.
 * - `q`: an office or a reason, and perhaps the code of a place.
 * - `s` (confidential), `r` (data request), `v` (violence), `u` (danger): nothing.
 * - `?` at the end: the ticket is in doubt.
 * - `!` at the end: the key only lists an officer's tickets, and gives no access.
 */
export type Key = string;

type AccessFields = Pick<
  Ticket,
  "kind" | "category" | "sensitive" | "doubt" | "area" | "district" | "officer" | "beside" | "reason" | "barred"
> &
  Partial<Pick<Ticket, "parts">>;

const PLACES = [
  ["a", 10],
  ["k", 6],
  ["c", 4],
] as const;

const IN_DOUBT = "?";
const HELD_APART = "!";

export function keysOfTicket(ticket: AccessFields): Key[] {
  const { district, category, area } = ticket;
  const { kind, onlyMarked } = rule(category);
  const danger = kindTable(kind).readers === "helpers" && onlyMarked !== "survivor" ? [`u:${district}`] : [];
  const held = (end: string) => holdersOf(ticket).map((id) => `o:${district}/${id}${end}`);
  if (onlyMarked === "survivor") return [...held(HELD_APART), `v:${district}`];
  if (onlyMarked === "urgent") return [...held(HELD_APART), ...danger];
  if (ticket.sensitive) return [...held(HELD_APART), `s:${district}`, ...danger];
  if (kindTable(ticket.kind).readers === "dinsos") return [...held(HELD_APART), `r:${district}`];
  const end = ticket.doubt ? IN_DOUBT : "";
  const places = placesIn(area);
  const keys = [
    ...places.map(({ letter, code }) => `${letter}:${district}/${code}`),
    `d:${district}`,
    `d:${district}/${category}`,
    ...repairersOf(ticket).flatMap((repairer) =>
      ["", ...places.map(({ code }) => `/${code}`)].map((place) => `q:${district}/${repairer}${place}`),
    ),
  ];
  return [...held(end), ...keys.map((key) => `${key}${end}`), ...danger];
}

export const holdersOf = (ticket: Pick<AccessFields, "officer" | "beside" | "parts">): string[] => [
  ...new Set([ticket.officer, ticket.beside, ...partOfficersOf(ticket)].filter((id) => id !== undefined)),
];

function repairersOf(ticket: AccessFields): string[] {
  const { parts = [], reason } = ticket;
  if (parts.length === 0) return reason ? [reason] : [];
  return openPartsOf(ticket).flatMap(({ office }) => (office === "dinsos" ? [] : [office]));
}

const placesIn = (area = ""): { letter: string; code: string }[] =>
  PLACES.flatMap(([letter, digits]) => (area.length >= digits ? [{ letter, code: area.slice(0, digits) }] : []));

export function keysOfOfficer(officer: Officer, reasonsOfDisdukcapil: readonly string[] = []): Key[] {
  const { id, district, rung, active, sensitive, urgent, survivor } = officer;
  if (!active) return [];
  const own = [`o:${district}/${id}`, ...placeKeys(officer, reasonsOfDisdukcapil)];
  if (rung !== "dinsos") return own;
  return [
    ...own,
    ...own.map((key) => `${key}${IN_DOUBT}`),
    `r:${district}`,
    ...(sensitive ? [`s:${district}`] : []),
    ...(urgent ? [`u:${district}`] : []),
    ...(survivor ? [`v:${district}`] : []),
  ];
}

function placeKeys(officer: Officer, reasonsOfDisdukcapil: readonly string[]): Key[] {
  const { district, rung, areas } = officer;
  if (rung === "companion") return [];
  const isWhole = covers(officer, undefined);
  const letterOf = (code: string) => PLACES.find(([, digits]) => digits === code.length)?.[0] ?? "a";
  if (rung !== "disdukcapil")
    return isWhole ? [`d:${district}`] : areas.map((code) => `${letterOf(code)}:${district}/${code}`);
  const places = isWhole ? [""] : areas.map((code) => `/${code}`);
  return [...reasonsOfDisdukcapil, rung].flatMap((owner) => places.map((place) => `q:${district}/${owner}${place}`));
}

export const isBarred = (id: string, { barred }: Pick<Ticket, "barred">): boolean => barred?.includes(id) ?? false;

/** Keys of all tickets that the officer holds, including tickets that the officer may not see. */
export const heldKeys = (district: string, id: string): Key[] =>
  ["", IN_DOUBT, HELD_APART].map((end) => `o:${district}/${id}${end}`);

export const keysOfDinsosOnly = (district: string): Key[] => [
  `d:${district}${IN_DOUBT}`,
  `s:${district}`,
  `r:${district}`,
];

export const operatorKeys = (district: string): Key[] => [`d:${district}`, ...keysOfDinsosOnly(district)];

export const dangerKeys = (district: string): Key[] => [`u:${district}`, `v:${district}`];

export const allKeys = (district: string): Key[] => [...operatorKeys(district), ...dangerKeys(district)];

/** Narrows the key of a whole district to this area or category. */
export function narrowerKey(key: Key, { area = "", category }: { area?: string; category?: Category }): Key {
  const [, district, end = ""] = /^d:([^/?]+)(\?)?$/.exec(key) ?? [];
  if (district === undefined) return key;
  const letter = PLACES.find(([, digits]) => digits === area.length)?.[0];
  if (letter) return `${letter}:${district}/${area}${end}`;
  return category ? `d:${district}/${category}${end}` : key;
}
