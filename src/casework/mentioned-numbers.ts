import { z } from "zod";
import { defined } from "../defined.ts";
import { NUMBER_LABELS } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

const DAY = 86_400_000;
/** A ticket keeps the numbers mentioned in its words for this time (ms) after it has closed. */
export const MENTIONED_KEPT = 30 * DAY;

export const NumberTyped = z.object({ label: z.enum(NUMBER_LABELS), number: z.string() });
export type NumberTyped = z.infer<typeof NumberTyped>;

/** `entry` is the id of the event in which the number was typed, or `text` for the ticket's first words. */
export const Mentioned = NumberTyped.extend({ entry: z.string() });
export type Mentioned = z.infer<typeof Mentioned>;

export const OPENING_WORDS = "text";

export const keepsMentioned = ({ category }: Pick<Ticket, "category">): boolean =>
  rule(category).onlyMarked !== "survivor";

/** Leaves out the person's own numbers. */
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

/** Takes the numbers out of the event, because the thread does not keep them. */
export function separateNumbers(event: TicketEvent): Separated {
  // `eventForState` makes a note of a citizen's words for a closed ticket; such a note may have a phone number.
  const { mentioned = [], phone, ...rest } = event as TicketEvent & { mentioned?: NumberTyped[]; phone?: string };
  return { event: rest as TicketEvent, typed: mentioned, ...defined({ phone }) };
}

export const withPhone = (ticket: Ticket, phone: string | undefined): Ticket =>
  phone === undefined ? ticket : { ...ticket, person: { ...ticket.person, phone } };

/** An officer sees these digits without giving a reason. */
export const endingOf = ({ number }: NumberTyped): string => number.slice(-2);

/** In ms. */
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
