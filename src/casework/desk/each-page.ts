import type { TicketCursor } from "../../store/ports/tickets.ts";
import type { TicketHead } from "../ticket.ts";

type Page = { heads: TicketHead[]; next?: TicketCursor | undefined };

export async function* eachPage(
  read: (cursor: { after?: TicketCursor }) => Promise<Page>,
): AsyncGenerator<TicketHead[]> {
  let after: TicketCursor | undefined;
  do {
    const { heads, next } = await read(after ? { after } : {});
    yield heads;
    after = next;
  } while (after);
}
