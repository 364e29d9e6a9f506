import { z } from "zod";
import { defined } from "../defined.ts";
import { NUMBER_LABELS } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

const DAY = 86_400_000;
/** In ms. A closed ticket keeps the numbers from its words for this time. */
export const MENTIONED_KEPT = 30 * DAY;

export const NumberTyped = z.object({ label: z.enum(NUMBER_LABELS), number: z.string() });
export type NumberTyped = z.infer<typeof NumberTyped>;

/** `entry`: the id of the event with the number, or `text` for the first words. */
export const Mentioned = NumberTyped.extend({ entry: z.string() });
export type Mentioned = z.infer<typeof Mentioned>;

export const OPENING_WORDS = "text";

export const keepsMentioned = ({ category }: Pick<Ticket, "category">): boolean =>
  rule(category).onlyMarked !== "survivor";

export function withMentioned(ticket: Ticket, entry: string, typed: readonly NumberTyped[]): Ticket {
  if (!keepsMentioned(ticket)) return ticket.mentioned.length > 0 ? { ...ticket, mentioned: [] } : ticket;
  const { nik, kk } = ticket.person;
  const known = new Set(ticket.mentioned.filter((one) => one.entry === entry).map(({ number }) => number));
  const more = typed.filter(
    ({ number }, index) =>
      number !== nik &&
      number !== kk &&
      !known.has(number) &&
      typed.findIndex((one) => one.number === number) === index,
  );
  if (more.length === 0) return ticket;
  return { ...ticket, mentioned: [...ticket.mentioned, ...more.map((one) => ({ ...one, entry }))] };
}

type Separated = { event: TicketEvent; typed: readonly NumberTyped[]; phone?: string };

export function separateNumbers(event: TicketEvent): Separated {
  // A note that `eventForState` made may still have a phone number.
  const { mentioned = [], phone, ...rest } = event as TicketEvent & { mentioned?: NumberTyped[]; phone?: string };
  return { event: rest as TicketEvent, typed: mentioned, ...defined({ phone }) };
}

export const withPhone = (ticket: Ticket, phone: string | undefined): Ticket =>
  phone === undefined ? ticket : { ...ticket, person: { ...ticket.person, phone } };

export const endingOf = ({ number }: NumberTyped): string => number.slice(-2);

/** Returns when the service erases the numbers (ms). */
export function eraseMentionedAt({ closedAt, mentioned }: Pick<Ticket, "closedAt" | "mentioned">): number | undefined {
  return closedAt === undefined || mentioned.length === 0 ? undefined : closedAt + MENTIONED_KEPT;
}

export function personMentioned({ person, mentioned }: Ticket, entry: string): Ticket["person"] | undefined {
  const named = (label: NumberTyped["label"]) =>
    mentioned.find((one) => one.entry === entry && one.label === label)?.number;
  const [nik, kk] = [named("nik"), named("kk")];
  if (nik === undefined && kk === undefined) return undefined;
  return { ...person, ...defined({ nik, kk }) };
}
