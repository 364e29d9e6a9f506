import { widestKeys } from "../casework/key-sets.ts";
import { searchKeys } from "../casework/search.ts";
import type { Vault } from "../privacy/vault.ts";
import type { FindQuery, TicketCursor } from "./ports/tickets.ts";
import { searchTerm } from "./ticket-columns.ts";

/** Tickets of the rarest word that a page looks at, at most. */
export const MOST_FOUND_PAST = 20_000;
/** How many tickets of a word are looked past to see how rare it is. */
export const SAMPLED = 100;

type Indexed = { numbers: readonly string[] } | { person: string } | { terms: readonly string[] };

/** A search as an index serves it, with the keys of which a ticket must have one. */
export function searchOf(
  vault: Vault,
  { sight, search }: Pick<FindQuery, "sight" | "search">,
): Indexed & { keys: readonly string[] } {
  const keys = searchKeys(widestKeys(sight.keys));
  if ("numbers" in search) return { keys, numbers: search.numbers };
  if ("nik" in search) return { keys, person: vault.index("nik", search.nik) };
  return { keys, terms: [...new Set(search.words)].map((word) => searchTerm(vault, sight.district, word)) };
}

/**
 * The rarest of these terms by its sample: the place of its ticket number `SAMPLED`, counted from where the page begins. The
 * older that is, the rarer the term; a term that has fewer tickets has no sample.
 */
export const rarestOf = <T extends { sample: unknown }>(terms: readonly T[]): T | undefined =>
  terms.toSorted((a, b) => Number(a.sample ?? 0) - Number(b.sample ?? 0))[0];

type Line = { at?: unknown; number?: unknown };

/** A page of `limit` from one row more than that; `end` is where the look ended before it had come to the end. */
export function pageFound<R extends Line>(
  found: readonly R[],
  { limit }: Pick<FindQuery, "limit">,
  end?: TicketCursor,
): { rows: R[]; next?: TicketCursor } {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length > limit && last) return { rows, next: { at: Number(last.at), number: String(last.number) } };
  return { rows, ...(end ? { next: end } : {}) };
}
