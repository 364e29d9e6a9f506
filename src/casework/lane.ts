import { z } from "zod";
import { DANGER_LANES } from "./danger-lane.ts";
import type { Ticket } from "./ticket.ts";

/**
 * The change that words make to who may read a ticket. It is found before the commit that stores the words, and that
 * commit applies it.
 */
export const LaneChange = z.object({
  /** Whether the ticket becomes confidential. */
  sensitive: z.boolean(),
  /**
   * The words are similar to an accusation. Until the Dinsos has looked, no officer near the place reads the ticket.
   */
  doubt: z.literal(true).optional(),
  /** The officers whom the words accuse. They never see the ticket again. */
  barred: z.array(z.string()),
  /** The assignees who may keep the ticket. */
  keeps: z.array(z.string()).default([]),
  /** The ticket's new category, if an officer's words tell of a danger. Only officers with a mark read such tickets. */
  category: z.enum(DANGER_LANES).optional(),
});
export type LaneChange = z.infer<typeof LaneChange>;

type LaneFields = Pick<Ticket, "state" | "sensitive" | "doubt" | "officer" | "beside"> & {
  barred?: string[] | undefined;
};

/** Returns the ticket without its doubt. Later words may put it in doubt again. */
export function settleDoubt<T extends Pick<Ticket, "doubt">>({ doubt: _, ...ticket }: T): Omit<T, "doubt"> {
  return ticket;
}

/**
 * Applies a change of lane to a ticket with its whole thread. Assignees who may not read the ticket any more lose it.
 * Officers of the ticket's place can only lose sight of it. But all officers of the Dinsos with `sensitive` may read
 * a ticket that becomes confidential, even if they serve another area.
 */
export function applyLane<T extends LaneFields>(ticket: T, lane: LaneChange | undefined): T {
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
