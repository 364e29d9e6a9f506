import { z } from "zod";
import { defined } from "../defined.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

export const Notice = z.object({
  officer: z.string(),
  /** `officer` and `id` together identify a notice. */
  id: z.string(),
  /** When to send the notice (ms since 1970). */
  due: z.number(),
  news: z.literal(true).optional(),
  /** The ids of messages that call the officer about a person in danger. */
  calls: z.array(z.string()).optional(),
  /** `unreached`: the service could send no message. `late`: the service sent no message in time. */
  missed: z.enum(["unreached", "late"]).optional(),
  instead: z.array(z.object({ officer: z.string(), at: z.number(), calls: z.array(z.string()) })).optional(),
  /** The operators know that the service could tell no officer. */
  nobody: z.literal(true).optional(),
});
export type Notice = z.infer<typeof Notice>;

/** `messages`: the ids of messages about the officer's new ticket or part. */
export const Told = z.object({ officer: z.string(), messages: z.array(z.string()) });

type NoticeFields = Pick<Ticket, "notices" | "quietUntil">;

export const noticeDueAt = (notice: Notice, { quietUntil = 0 }: NoticeFields): number =>
  Math.max(notice.due, quietUntil);

/** Returns when the next notice is due (ms). */
export function nextNoticeAt(ticket: NoticeFields & Pick<Ticket, "state">): number | undefined {
  const waiting = ticket.notices?.filter((one) => !isCall(one)) ?? [];
  if (ticket.state === "closed" || waiting.length === 0) return undefined;
  return Math.min(...waiting.map((one) => noticeDueAt(one, ticket)));
}

export const isCall = ({ calls }: Notice): boolean => calls !== undefined;

export function withoutNotice(
  ticket: Ticket,
  { officer, notice, again, reached, messages }: TicketEvent & { type: "tell" },
): Ticket {
  const { notices = [], ...others } = ticket;
  const toOthers = (ticket.told ?? []).filter((one) => one.officer !== officer);
  const told = messages && [...toOthers, { officer, messages }];
  const rest = { ...others, ...defined({ reached, told }) };
  const isMeant = (one: Notice) => one.officer === officer && one.id === notice;
  if (!notices.some(isMeant)) return ticket;
  const left = notices.flatMap((one) => (isMeant(one) ? (again ?? []) : one));
  return left.length > 0 ? { ...rest, notices: left } : rest;
}

export const putOffNotices = (ticket: Ticket, { until }: TicketEvent & { type: "put-off" }): Ticket =>
  (ticket.quietUntil ?? 0) >= until ? ticket : { ...ticket, quietUntil: until };
