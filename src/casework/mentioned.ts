import { z } from "zod";
import { NUMBER_LABELS } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

const DAY = 86_400_000;
/** Ms that numbers mentioned in a ticket's words are kept after it has closed. */
export const MENTIONED_KEPT = 30 * DAY;

/** A NIK or a KK number that somebody typed among their words, which show it masked. `label` is what the words call it. */
export const NumberTyped = z.object({ label: z.enum(NUMBER_LABELS), number: z.string() });
export type NumberTyped = z.infer<typeof NumberTyped>;

/** The same as a ticket keeps it: `entry` is the id of the event that it was typed in, or `text` for the ticket's own words. */
export const Mentioned = NumberTyped.extend({ entry: z.string() });
export type Mentioned = z.infer<typeof Mentioned>;

export const OWN_WORDS = "text";

/** Whether a ticket may keep what was mentioned: never one about violence, whose file must lead to nobody. */
export const keepsMentioned = ({ category }: Pick<Ticket, "category">): boolean =>
  rule(category).onlyMarked !== "survivor";

/** Of two mentions of one number in one entry the first stays; the person's own numbers are no mention. */
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

/** An event apart from the numbers that were typed in it: those never stand in the thread. */
export function apart(event: TicketEvent): { event: TicketEvent; typed: readonly NumberTyped[] } {
  // What is added to a ticket that has ended becomes a note and brings the same.
  const { mentioned = [], ...rest } = event as TicketEvent & { mentioned?: NumberTyped[] };
  return { event: rest as TicketEvent, typed: mentioned };
}

/** The part of a mentioned number that an officer sees without giving a reason. */
export const endingOf = ({ number }: NumberTyped): string => number.slice(-2);

/** When a ticket's mentioned numbers are to be erased, in ms; `undefined` while it is open or has none. */
export function eraseMentionedAt({ closedAt, mentioned }: Pick<Ticket, "closedAt" | "mentioned">): number | undefined {
  return closedAt === undefined || mentioned.length === 0 ? undefined : closedAt + MENTIONED_KEPT;
}

/**
 * The ticket's person, taken from the numbers mentioned in one of its entries, where an officer says that these are
 * theirs; `undefined` where that entry has none.
 */
export function personMentioned({ person, mentioned }: Ticket, entry: string): Ticket["person"] | undefined {
  const named = (label: NumberTyped["label"]) =>
    mentioned.find((one) => one.entry === entry && one.label === label)?.number;
  const [nik, kk] = [named("nik"), named("kk")];
  if (nik === undefined && kk === undefined) return undefined;
  return { ...person, ...(nik ? { nik } : {}), ...(kk ? { kk } : {}) };
}
