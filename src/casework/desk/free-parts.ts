import { defined } from "../../defined.ts";
import { many } from "../../many.ts";
import type { TicketCursor } from "../../store/ports/tickets.ts";
import { OFFICES, type Office } from "../../vocabulary/lists.ts";
import { allKeys } from "../access.ts";
import { openPartOf } from "../part.ts";
import type { Desk } from "./desk.ts";

const AT_ONCE = 200;
const NAMED = 3;

/** Returns a line for each office with open parts that no officer has: the citizen reads that the office works on them. */
export async function freeParts({ store }: Pick<Desk, "store">, district: string): Promise<string[]> {
  const lines: string[] = [];
  for (const office of OFFICES) {
    const numbers = await findFreeParts(store, district, office);
    const [first] = numbers;
    if (first === undefined) continue;
    const have = many(numbers.length, "open ticket has", "open tickets have");
    const named = `${numbers.slice(0, NAMED).join(", ")}${numbers.length > NAMED ? ", ..." : ""}`;
    lines.push(
      `${district}: ${have} a part of ${office} that no officer has, and nobody there hears of it (${named}): npx --no sapa tickets share ${first} ${office} TASK --to OFFICER`,
    );
  }
  return lines;
}

async function findFreeParts(store: Desk["store"], district: string, office: Office): Promise<string[]> {
  const numbers: string[] = [];
  const sight = { district, keys: allKeys(district) };
  let after: TicketCursor | undefined;
  do {
    const page = await store.parts({ sight, office, limit: AT_ONCE, ...defined({ after }) });
    const free = page.heads.filter((ticket) => {
      const part = openPartOf(ticket, office);
      return part !== undefined && part.officer === undefined && !ticket.news; // routing looks for an officer first
    });
    numbers.push(...free.map(({ number }) => number));
    after = page.next;
  } while (after);
  return numbers;
}
