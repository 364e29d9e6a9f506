import { clocksOf } from "./amend.ts";
import { rule } from "./category.ts";
import { becomesConfidential } from "./closed-lane.ts";
import { isClosed } from "./danger-lane.ts";
import type { Calendar } from "./deadline.ts";
import type { Lane } from "./lane.ts";
import type { Ticket } from "./ticket.ts";

/**
 * The ticket among those of the marked officers who read of such danger, with everything written before; one that is
 * closed to all but a mark stays with the officers who help there.
 */
export function intoDanger(ticket: Ticket, lane: Lane | undefined, calendar: Calendar): Ticket {
  if (!lane?.category || isClosed(ticket.category)) return ticket;
  const { category, keeps } = lane;
  const { officer, beside, doubt: _, ...rest } = ticket; // nobody in danger waits until a doubt is settled
  const keeping = (id: string | undefined): id is string => id !== undefined && keeps.includes(id);
  const isEnded = ticket.state === "closed";
  return {
    ...rest,
    category,
    kind: rule(category).kind,
    sensitive: ticket.sensitive || becomesConfidential(ticket.category, category),
    ...(isEnded ? {} : { ...clocksOf(ticket, category, calendar), news: true }),
    ...(keeping(officer) ? { officer } : {}),
    ...(keeping(beside) ? { beside } : {}),
  };
}
