import type { z } from "zod";
import type { TicketDraft, TicketEvent } from "../casework/ticket.ts";

export type CandidateDraft = { id: string; conversation: string; district: string; text: string; offered: string[] };

/** A repeated call changes nothing. */
export type Writes<Done> = {
  openTicket(draft: TicketDraft): Done;
  addToTicket(number: string, event: TicketEvent): Done;
  keepCandidate(draft: CandidateDraft): Done;
  /** Does not replace a meaning that is already noted. */
  noteCandidateChoice(conversation: string, chosen: string): Done;
};

export type Job = { name: "complaints" | "media"; number: string };

/** `id` comes from the message, so a repeated turn makes the same effect. */
export type TurnRef = { id: string; conversation: string };

export type EffectKind<Request, Payload> = {
  /** The schema must accept effects of older releases. */
  payloadSchema: z.ZodType<Payload>;
  payloadOf(request: Request, turn: TurnRef): Payload;
  apply<Done>(payload: Payload, writes: Writes<Done>): Done;
  listJobs(payload: Payload): Job[];
};
