import { z } from "zod";
import { DANGER_LANES } from "./danger-lane.ts";
import type { Ticket } from "./ticket.ts";

/**
 * How words change who may read a ticket. It is found outside the store and applied in the commit that keeps the words.
 */
export const Lane = z.object({
  /** The ticket becomes confidential. */
  sensitive: z.boolean(),
  /** The words come close to an accusation: until the Dinsos has looked, nobody near the place reads the ticket. */
  doubt: z.literal(true).optional(),
  /** The officers whom the words accuse; they never see the ticket again. */
  barred: z.array(z.string()),
  /** The assignees who may keep the ticket. */
  keeps: z.array(z.string()).default([]),
  /** An officer's words tell of a danger that only marked officers read of: the ticket gets this category. */
  category: z.enum(DANGER_LANES).optional(),
});
export type Lane = z.infer<typeof Lane>;

type LaneFields = Pick<Ticket, "state" | "sensitive" | "doubt" | "officer" | "beside"> & {
  barred?: string[] | undefined;
};

/** Returns the ticket without its doubt. Later words may put it in doubt again. */
export function settleDoubt<T extends Pick<Ticket, "doubt">>({ doubt: _, ...ticket }: T): Omit<T, "doubt"> {
  return ticket;
}

/**
 * Returns the ticket after the lane is applied, with everything that was written before. Assignees who may not read it
 * any more lose it. This never opens a ticket to more officers.
 */
export function applyLane<T extends LaneFields>(ticket: T, lane: Lane | undefined): T {
  if (!lane || (!lane.sensitive && !lane.doubt && lane.barred.length === 0)) return ticket;
  const { officer, beside, doubt, ...rest } = ticket;
  const sensitive = ticket.sensitive || lane.sensitive;
  const isDoubted = !sensitive && (doubt === true || lane.doubt === true);
  const barred = [...new Set([...(ticket.barred ?? []), ...lane.barred])];
  const isRaised = (lane.sensitive && !ticket.sensitive) || (isDoubted && !doubt);
  const keepsTicket = (id: string | undefined): id is string =>
    id !== undefined && !barred.includes(id) && (!isRaised || lane.keeps.includes(id));
  return {
    ...(rest as T),
    sensitive,
    ...(isDoubted ? { doubt: true as const } : {}),
    ...(barred.length > 0 ? { barred } : {}),
    ...(keepsTicket(officer) ? { officer } : {}),
    ...(keepsTicket(beside) ? { beside } : {}),
    ...(ticket.state === "closed" ? {} : { news: true }),
  };
}
