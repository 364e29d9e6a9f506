import { clocksOf } from "./amend.ts";
import { isOnlyForMarked, rule } from "./category.ts";
import { becomesConfidential } from "./closed-lane.ts";
import type { Calendar } from "./deadline.ts";
import type { LaneChange } from "./lane.ts";
import type { Ticket } from "./ticket.ts";

export function applyDangerLane(ticket: Ticket, lane: LaneChange | undefined, calendar: Calendar): Ticket {
  if (!lane?.category || isOnlyForMarked(ticket.category)) return ticket;
  const { category, keeps } = lane;
  const { officer, beside, doubt: _, ...rest } = ticket;
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
