import type { z } from "zod";
import type { TicketDraft, TicketEvent } from "../casework/ticket.ts";

/** The functions with which an effect writes. A store passes its own, inside the commit of the turn or right after it; a repeated call changes nothing. */
export type Writes<Done> = {
  openTicket(draft: TicketDraft): Done;
  addToTicket(number: string, event: TicketEvent): Done;
};

/** A worker to wake for a ticket, by the name of its queue. */
export type Job = { name: "complaints" | "media"; number: string };

/** The turn that an effect belongs to; `id` follows from its message's, so that a repeated turn makes no second effect. */
export type OfTurn = { id: string; conversation: string };

/** One kind of effect: a change that a turn leaves behind besides its session and replies. */
export type EffectKind<Request, Payload> = {
  /** Reads a stored effect; effects that an older release has stored are read for ever. */
  payload: z.ZodType<Payload>;
  /** Makes the effect from the conversation's request. */
  payloadOf(request: Request, turn: OfTurn): Payload;
  /** Applies it in the commit. */
  apply<Done>(payload: Payload, writes: Writes<Done>): Done;
  /** The jobs that are queued after the commit. */
  jobs(payload: Payload): Job[];
};
