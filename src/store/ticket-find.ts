import { widestKeys } from "../casework/key-sets.ts";
import { searchKeys } from "../casework/search.ts";
import type { Vault } from "../privacy/vault.ts";
import type { FindQuery, TicketCursor } from "./ports/tickets.ts";
import { searchTerm } from "./ticket-columns.ts";

/** A page of a search by words reads at most this many tickets of the rarest word. */
export const MOST_FOUND_PAST = 20_000;
/** Each word's ticket at this place shows how rare the word is. */
export const SAMPLED = 100;

type Indexed = { numbers: readonly string[] } | { person: string } | { terms: readonly string[] };

export function searchOf(
  vault: Vault,
  { sight, search }: Pick<FindQuery, "sight" | "search">,
): Indexed & { keys: readonly string[] } {
  const keys = searchKeys(widestKeys(sight.keys));
  if ("numbers" in search) return { keys, numbers: search.numbers };
  if ("nik" in search) return { keys, person: vault.index("nik", search.nik) };
  return { keys, terms: [...new Set(search.words)].map((word) => searchTerm(vault, sight.district, word)) };
}

/** A word with fewer than `SAMPLED` tickets has no `sample`, and counts as the rarest. */
export const rarestOf = <T extends { sample: unknown }>(terms: readonly T[]): T | undefined =>
  terms.toSorted((a, b) => Number(a.sample ?? 0) - Number(b.sample ?? 0))[0];

type Line = { at?: unknown; number?: unknown };

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
