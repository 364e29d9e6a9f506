import { z } from "zod";
import { DANGER_LANES } from "./danger-lane.ts";
import type { Ticket } from "./ticket.ts";

export const LaneChange = z.object({
  sensitive: z.boolean(),
  doubt: z.literal(true).optional(),
  barred: z.array(z.string()),
  keeps: z.array(z.string()).default([]),
  category: z.enum(DANGER_LANES).optional(),
});
export type LaneChange = z.infer<typeof LaneChange>;

type LaneFields = Pick<Ticket, "state" | "sensitive" | "doubt" | "officer" | "beside"> & {
  barred?: string[] | undefined;
};

export function settleDoubt<T extends Pick<Ticket, "doubt">>({ doubt: _, ...ticket }: T): Omit<T, "doubt"> {
  return ticket;
}

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
