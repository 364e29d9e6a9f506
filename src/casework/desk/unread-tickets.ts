import { many } from "../../many.ts";
import { heldKeys } from "../access.ts";
import type { Officer } from "../officer.ts";
import { isVisibleTo } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { nameTickets } from "./name-tickets.ts";

const MOST = 1_000;

type Sources = Pick<Desk, "store" | "districts">;

export async function unreadTickets(sources: Sources, officers: readonly Officer[]): Promise<string[]> {
  const lines: string[] = [];
  for (const officer of officers) lines.push(...(await unreadOf(sources, officer)));
  return lines;
}

async function unreadOf({ store, districts }: Sources, officer: Officer): Promise<string[]> {
  const { id, district, active } = officer;
  // An active officer may read held tickets whose key has no `?` or `!`.
  const keys = heldKeys(district, id).filter((key) => !active || /[?!]$/.test(key));
  const { heads, next } = await store.list({ sight: { district, keys }, open: true, limit: MOST });
  const unread = heads.filter((ticket) => !isVisibleTo({ districts }, officer, ticket));
  if (unread.length === 0) return [];
  const named = nameTickets(unread, next !== undefined);
  const remedy = active
    ? `\`npx --no sapa staff add ${id}\` hands them on, with the mark that they need it lets them be read`
    : `\`npx --no sapa staff off ${id}\` hands them on`;
  return [`${id} holds ${many(unread.length, "open ticket")} and may not read them (${named}): ${remedy}`];
}
