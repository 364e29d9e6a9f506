import { defined } from "../../defined.ts";
import type { Store } from "../../store/ports/store.ts";
import type { TicketCursor } from "../../store/ports/tickets.ts";
import { dangerKeys } from "../access.ts";
import { isCall } from "../notice.ts";
import type { TicketHead } from "../ticket.ts";

const AT_ONCE = 200;

/** Returns the open tickets of people in danger that have no assignee, or whose notices still contain a call. */
export async function findOpenCalls(store: Pick<Store, "list">, district: string): Promise<TicketHead[]> {
  const found: TicketHead[] = [];
  let after: TicketCursor | undefined;
  do {
    const sight = { district, keys: dangerKeys(district) };
    const page = await store.list({ sight, open: true, kind: "urgent", limit: AT_ONCE, ...defined({ after }) });
    found.push(...page.heads.filter(({ officer, notices = [] }) => !officer || notices.some(isCall)));
    after = page.next;
  } while (after);
  return found;
}
