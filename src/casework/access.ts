import type { Category } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import { covers, type Officer } from "./officer.ts";
import { openPartsOf, partOfficersOf } from "./part.ts";
import type { Ticket } from "./ticket.ts";

/**
 * Who may see a ticket, written as keys on both sides: an officer sees it when one of the officer's keys is among the
 * ticket's, and when they are not barred from it. A store keeps a ticket's keys beside it and asks for nothing else.
 *
 * Keys begin with a letter and the district: `o` held by that officer, `a` `k` `c` the place (village, kecamatan, code of
 * the district), `d` the district, `q` an office that has a part of it (of a ticket without parts: a reason whose repair
 * another office owns), `s` confidential, `r` a person's rights,
 * `v` violence, `u` danger. A key that ends in `?` is of a ticket in doubt, which only the Dinsos opens; one that ends in
 * `!` opens nothing, and finds what somebody holds in a closed lane.
 */
export type Key = string;

type Seen = Pick<
  Ticket,
  "kind" | "category" | "sensitive" | "doubt" | "area" | "district" | "officer" | "beside" | "reason" | "barred"
> &
  Partial<Pick<Ticket, "parts">>;

/** Digits of a Kemendagri code by the place it names. */
const PLACES = [
  ["a", 10],
  ["k", 6],
  ["c", 4],
] as const;

const IN_DOUBT = "?";
const CLOSED = "!";

/** The keys of a ticket, to be written with every change of it. */
export function keysOf(ticket: Seen): Key[] {
  const { district, category, area } = ticket;
  const { kind, onlyMarked } = rule(category);
  const danger = kindTable(kind).readers === "helpers" && onlyMarked !== "survivor" ? [`u:${district}`] : [];
  const held = (end: string) => holdersOf(ticket).map((id) => `o:${district}/${id}${end}`);
  if (onlyMarked === "survivor") return [...held(CLOSED), `v:${district}`];
  if (onlyMarked === "urgent") return [...held(CLOSED), ...danger];
  if (ticket.sensitive) return [...held(CLOSED), `s:${district}`, ...danger];
  if (kindTable(ticket.kind).readers === "dinsos") return [...held(CLOSED), `r:${district}`];
  const end = ticket.doubt ? IN_DOUBT : "";
  const places = placesIn(area);
  const open = [
    ...places.map(({ letter, code }) => `${letter}:${district}/${code}`),
    `d:${district}`,
    `d:${district}/${category}`,
    ...ownersOf(ticket).flatMap((owner) =>
      ["", ...places.map(({ code }) => `/${code}`)].map((place) => `q:${district}/${owner}${place}`),
    ),
  ];
  return [...held(end), ...open.map((key) => `${key}${end}`), ...danger];
}

const holdersOf = (ticket: Pick<Seen, "officer" | "beside" | "parts">): string[] => [
  ...new Set([ticket.officer, ticket.beside, ...partOfficersOf(ticket)].filter((id) => id !== undefined)),
];

/**
 * Who reads it besides its place and the Dinsos: the offices with an open part. Once a ticket has had a part, its reason
 * opens it to nobody any more.
 */
function ownersOf(ticket: Seen): string[] {
  const { parts = [], reason } = ticket;
  if (parts.length === 0) return reason ? [reason] : [];
  return openPartsOf(ticket).flatMap(({ office }) => (office === "dinsos" ? [] : [office]));
}

/** The place of a code and every larger one around it. */
const placesIn = (area = ""): { letter: string; code: string }[] =>
  PLACES.flatMap(([letter, digits]) => (area.length >= digits ? [{ letter, code: area.slice(0, digits) }] : []));

/** The keys of an officer; `owned` are the reasons whose repair is Disdukcapil's. One who is off has none. */
export function keysFor(officer: Officer, owned: readonly string[] = []): Key[] {
  const { id, district, rung, active, sensitive, urgent, survivor } = officer;
  if (!active) return [];
  const open = [`o:${district}/${id}`, ...placeKeys(officer, owned)];
  if (rung !== "dinsos") return open;
  return [
    ...open,
    ...open.map((key) => `${key}${IN_DOUBT}`),
    `r:${district}`,
    ...(sensitive ? [`s:${district}`] : []),
    ...(urgent ? [`u:${district}`] : []),
    ...(survivor ? [`v:${district}`] : []),
  ];
}

/** The keys that an officer's places give; a companion sees the tickets that they hold, and nothing more. */
function placeKeys(officer: Officer, owned: readonly string[]): Key[] {
  const { district, rung, areas } = officer;
  if (rung === "companion") return [];
  const isWhole = covers(officer, undefined);
  const letterOf = (code: string) => PLACES.find(([, digits]) => digits === code.length)?.[0] ?? "a";
  if (rung !== "disdukcapil")
    return isWhole ? [`d:${district}`] : areas.map((code) => `${letterOf(code)}:${district}/${code}`);
  const places = isWhole ? [""] : areas.map((code) => `/${code}`);
  return [...owned, rung].flatMap((owner) => places.map((place) => `q:${district}/${owner}${place}`));
}

/** Whether an officer is accused in a ticket: it is out of their sight, in every lane and for every assignee. */
export const isBarred = (id: string, { barred }: Pick<Ticket, "barred">): boolean => barred?.includes(id) ?? false;

/** Everything that an officer holds, in every lane: to be found, not to be shown. */
export const heldKeys = (district: string, id: string): Key[] =>
  ["", IN_DOUBT, CLOSED].map((end) => `o:${district}/${id}${end}`);

/** Every ticket of a district but those that only marked officers know of. */
export const operatorKeys = (district: string): Key[] => [
  `d:${district}`,
  `d:${district}${IN_DOUBT}`,
  `s:${district}`,
  `r:${district}`,
];

/** Every ticket of a district. */
export const allKeys = (district: string): Key[] => [...operatorKeys(district), `u:${district}`, `v:${district}`];

/** The keys of a smaller list that holds the same tickets of this place or category as the list of `key`. */
export function narrowed(key: Key, { area = "", category }: { area?: string; category?: Category }): Key {
  const [, district, end = ""] = /^d:([^/?]+)(\?)?$/.exec(key) ?? [];
  if (district === undefined) return key;
  const letter = PLACES.find(([, digits]) => digits === area.length)?.[0];
  if (letter) return `${letter}:${district}/${area}${end}`;
  return category ? `d:${district}/${category}${end}` : key;
}
