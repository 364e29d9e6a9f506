import type { Officer } from "../officer.ts";
import { openPartsOf } from "../part.ts";
import type { Desk } from "./desk.ts";
import { findHeldTickets } from "./held-tickets.ts";

const AT_ONCE = 200;

/**
 * Retires an officer: ends their token for good and has each of their open tickets routed again. Returns the number of
 * these tickets.
 */
export async function retireOfficer({ store, queue }: Desk, officer: Officer, by: string): Promise<number> {
  const { id } = officer;
  await store.saveOfficer({ ...officer, active: false }, null);
  let moved = 0;
  for (;;) {
    const held = await findHeldTickets(store, officer, { limit: AT_ONCE });
    for (const { number, officer: holder, beside, entries, parts } of held) {
      for (const { office, officer: theirs } of openPartsOf({ parts }))
        if (theirs === id)
          await store.changeTicket(number, {
            type: "share",
            id: `off-${id}-${entries}-${office}`,
            at: Date.now(),
            by,
            text: "",
            office,
          });
      await store.changeTicket(number, {
        type: "assign",
        id: `off-${id}-${entries}`,
        at: Date.now(),
        by,
        text: "",
        seen: -1,
        ...(holder && holder !== id ? { officer: holder } : {}),
        ...(beside && beside !== id ? { beside } : {}),
      });
      await queue.wake("complaints", { number });
    }
    moved += held.length;
    if (held.length < AT_ONCE) return moved;
  }
}
