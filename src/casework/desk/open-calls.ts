import type { Store } from "../../store/ports/store.ts";
import { dangerKeys } from "../access.ts";
import { isCall } from "../notice.ts";
import type { TicketHead } from "../ticket.ts";
import { eachPage } from "./each-page.ts";

const AT_ONCE = 200;

export async function findOpenCalls(store: Pick<Store, "list">, district: string): Promise<TicketHead[]> {
  const found: TicketHead[] = [];
  const query = {
    sight: { district, keys: dangerKeys(district) },
    open: true,
    kind: "urgent",
    limit: AT_ONCE,
  } as const;
  for await (const heads of eachPage((cursor) => store.list({ ...query, ...cursor })))
    found.push(...heads.filter(({ officer, notices = [] }) => !officer || notices.some(isCall)));
  return found;
}
