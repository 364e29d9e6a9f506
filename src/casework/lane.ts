import { z } from "zod";
import { DANGER_LANES } from "./danger-lane.ts";
import type { Ticket } from "./ticket.ts";

/** The effect of words on who may read a ticket: found outside the store, applied in the step that keeps the words. */
export const Lane = z.object({
  /** The ticket becomes confidential. */
  sensitive: z.boolean(),
  /** They come close to an accusation: until the Dinsos has looked, nobody near the place reads the ticket. */
  doubt: z.literal(true).optional(),
  /** Officers who are accused: they never see it again. */
  barred: z.array(z.string()),
  /** Who had it and may go on with it. */
  keeps: z.array(z.string()).default([]),
  /** An officer's words tell of danger that only marked officers read of: the ticket becomes one of theirs. */
  category: z.enum(DANGER_LANES).optional(),
});
export type Lane = z.infer<typeof Lane>;

type Held = Pick<Ticket, "state" | "sensitive" | "doubt" | "officer" | "beside"> & { barred?: string[] | undefined };

/** The ticket after the Dinsos has looked at it; the next words may put it in doubt again. */
export function unlessDoubted<T extends Pick<Ticket, "doubt">>({ doubt: _, ...ticket }: T): Omit<T, "doubt"> {
  return ticket;
}

/**
 * The ticket in its lane: raised, with everything written before, out of the hands of officers who may not read it any more.
 * Nothing here lowers a ticket.
 */
export function inLane<T extends Held>(ticket: T, lane: Lane | undefined): T {
  if (!lane || (!lane.sensitive && !lane.doubt && lane.barred.length === 0)) return ticket;
  const { officer, beside, doubt, ...rest } = ticket;
  const sensitive = ticket.sensitive || lane.sensitive;
  const isDoubted = !sensitive && (doubt === true || lane.doubt === true);
  const barred = [...new Set([...(ticket.barred ?? []), ...lane.barred])];
  const isRaised = (lane.sensitive && !ticket.sensitive) || (isDoubted && !doubt);
  const holds = (id: string | undefined): id is string =>
    id !== undefined && !barred.includes(id) && (!isRaised || lane.keeps.includes(id));
  return {
    ...(rest as T),
    sensitive,
    ...(isDoubted ? { doubt: true as const } : {}),
    ...(barred.length > 0 ? { barred } : {}),
    ...(holds(officer) ? { officer } : {}),
    ...(holds(beside) ? { beside } : {}),
    ...(ticket.state === "closed" ? {} : { news: true }),
  };
}
