import { many } from "../../many.ts";
import { OFFICES, type Office } from "../../vocabulary/lists.ts";
import { allKeys } from "../access.ts";
import { openPartOf } from "../part.ts";
import type { TicketHead } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { eachPage } from "./each-page.ts";
import { nameTickets } from "./name-tickets.ts";

const AT_ONCE = 200;

export async function freeParts({ store }: Pick<Desk, "store">, district: string): Promise<string[]> {
  const lines: string[] = [];
  for (const office of OFFICES) {
    const free = await findFreeParts(store, district, office);
    const [first] = free;
    if (!first) continue;
    const have = many(free.length, "open ticket has", "open tickets have");
    lines.push(
      `${district}: ${have} a part of ${office} that no officer has, and nobody there hears of it (${nameTickets(free)}): npx --no sapa tickets share ${first.number} ${office} TASK --to OFFICER`,
    );
  }
  return lines;
}

export async function findFreeParts(store: Desk["store"], district: string, office: Office): Promise<TicketHead[]> {
  const free: TicketHead[] = [];
  const sight = { district, keys: allKeys(district) };
  for await (const heads of eachPage((cursor) => store.parts({ sight, office, limit: AT_ONCE, ...cursor })))
    for (const ticket of heads) {
      const part = openPartOf(ticket, office);
      if (part && part.officer === undefined && !ticket.news) free.push(ticket);
    }
  return free;
}
