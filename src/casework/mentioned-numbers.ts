import { z } from "zod";
import { defined } from "../defined.ts";
import { NUMBER_LABELS } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

const DAY = 86_400_000;
/** For this time (ms) after a ticket has closed, the ticket keeps the numbers mentioned in its words. */
export const MENTIONED_KEPT = 30 * DAY;

/**
 * A NIK or a KK number that a person typed among other words. The words show the number masked. `label`: whether the
 * words call it a NIK or a KK number.
 */
export const NumberTyped = z.object({ label: z.enum(NUMBER_LABELS), number: z.string() });
export type NumberTyped = z.infer<typeof NumberTyped>;

/**
 * A number in a ticket. `entry` is the id of the event in which it was typed, or `text` for the ticket's first words.
 */
export const Mentioned = NumberTyped.extend({ entry: z.string() });
export type Mentioned = z.infer<typeof Mentioned>;

export const OPENING_WORDS = "text";

/**
 * Whether a ticket may keep the numbers in its words. A ticket about violence may not, since its data must lead to
 * nobody.
 */
export const keepsMentioned = ({ category }: Pick<Ticket, "category">): boolean =>
  rule(category).onlyMarked !== "survivor";

/**
 * Adds the numbers that were typed in an entry. A number counts once per entry, and the numbers of the ticket's
 * person are not added. A ticket that may keep no numbers loses all of them.
 */
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

/** Separates an event from the numbers that were typed in it, since the thread never keeps them. */
export function separateNumbers(event: TicketEvent): Separated {
  // Other events than `add` bring numbers too: a citizen's words for a ticket that has ended become a note.
  const { mentioned = [], phone, ...rest } = event as TicketEvent & { mentioned?: NumberTyped[]; phone?: string };
  return { event: rest as TicketEvent, typed: mentioned, ...defined({ phone }) };
}

/** Returns the ticket with the phone number at which its citizen now wants to be called. */
export const withPhone = (ticket: Ticket, phone: string | undefined): Ticket =>
  phone === undefined ? ticket : { ...ticket, person: { ...ticket.person, phone } };

/** Returns the digits of a mentioned number that an officer sees without giving a reason. */
export const endingOf = ({ number }: NumberTyped): string => number.slice(-2);

/**
 * Returns when to erase a ticket's mentioned numbers, in ms. An open ticket, or one without numbers, has no such
 * time.
 */
export function eraseMentionedAt({ closedAt, mentioned }: Pick<Ticket, "closedAt" | "mentioned">): number | undefined {
  return closedAt === undefined || mentioned.length === 0 ? undefined : closedAt + MENTIONED_KEPT;
}

/**
 * Returns the ticket's person with the numbers of one entry, after an officer has said that they are the person's. If
 * the entry mentions no number, returns `undefined`.
 */
export function personMentioned({ person, mentioned }: Ticket, entry: string): Ticket["person"] | undefined {
  const named = (label: NumberTyped["label"]) =>
    mentioned.find((one) => one.entry === entry && one.label === label)?.number;
  const [nik, kk] = [named("nik"), named("kk")];
  if (nik === undefined && kk === undefined) return undefined;
  return { ...person, ...defined({ nik, kk }) };
}
