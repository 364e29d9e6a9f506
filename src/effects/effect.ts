import type { z } from "zod";
import type { TicketDraft, TicketEvent } from "../casework/ticket.ts";

/** What an effect can write. A store gives its own, inside the commit of the turn or right behind it; each, repeated, changes nothing. */
export type Writes<Done> = {
  openTicket(draft: TicketDraft): Done;
  addToTicket(number: string, event: TicketEvent): Done;
};

/** A worker to wake for a ticket, by the name of its queue. */
export type Job = { name: "complaints" | "media"; number: string };

/** The turn that an effect belongs to; `id` follows from its message's, so that a repeated turn makes no second effect. */
export type OfTurn = { id: string; conversation: string };

/** One kind of effect: what a turn leaves behind besides its session and replies. */
export type EffectKind<Request, Payload> = {
  /** Reads what is stored; what a release before has stored is read for ever. */
  payload: z.ZodType<Payload>;
  /** Makes it of what the conversation has requested. */
  payloadOf(request: Request, turn: OfTurn): Payload;
  /** Applies it in the commit. */
  apply<Done>(payload: Payload, writes: Writes<Done>): Done;
  /** What is queued when the commit stands. */
  jobs(payload: Payload): Job[];
};
