import type { z } from "zod";
import type { TicketDraft, TicketEvent } from "../casework/ticket.ts";

/** `offered`: the labels of the meanings that the citizen could choose. */
export type CandidateDraft = { id: string; conversation: string; district: string; text: string; offered: string[] };

/** A store makes these writes in the turn's commit or right after it. A repeated call changes nothing. */
export type Writes<Done> = {
  openTicket(draft: TicketDraft): Done;
  addToTicket(number: string, event: TicketEvent): Done;
  /** Above `MOST_CANDIDATES`, deletes the chat's oldest candidate. */
  keepCandidate(draft: CandidateDraft): Done;
  /** Notes the chosen meaning with the chat's newest candidate, unless a meaning is already noted. */
  settleCandidate(conversation: string, chosen: string): Done;
};

export type Job = { name: "complaints" | "media"; number: string };

/** `id` comes from the message's id, so a repeated turn makes the same effect. */
export type TurnRef = { id: string; conversation: string };

export type EffectKind<Request, Payload> = {
  /** The schema of a stored effect, which must accept effects of older releases. */
  payloadSchema: z.ZodType<Payload>;
  payloadOf(request: Request, turn: TurnRef): Payload;
  apply<Done>(payload: Payload, writes: Writes<Done>): Done;
  listJobs(payload: Payload): Job[];
};
