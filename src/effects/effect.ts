import type { z } from "zod";
import type { TicketDraft, TicketEvent } from "../casework/ticket.ts";

/** A message that a turn did not understand. `offered`: the labels of the meanings that were offered. */
export type CandidateDraft = { id: string; conversation: string; district: string; text: string; offered: string[] };

/**
 * What an effect may write. Each store implements these functions, within the turn's commit or right after the commit;
 * a repeated call changes nothing.
 */
export type Writes<Done> = {
  openTicket(draft: TicketDraft): Done;
  addToTicket(number: string, event: TicketEvent): Done;
  /** Keeps a message as a candidate example; the oldest of a chat with more than `MOST_CANDIDATES` goes. */
  keepCandidate(draft: CandidateDraft): Done;
  /** Notes the meaning chosen for the chat's newest candidate, unless that candidate has a chosen meaning already. */
  settleCandidate(conversation: string, chosen: string): Done;
};

/** Names the queue whose worker is to be woken, and the ticket. */
export type Job = { name: "complaints" | "media"; number: string };

/**
 * The turn that an effect belongs to. The effect's `id` is derived from the message's id, so a repeated turn makes the
 * same effect and changes nothing.
 */
export type TurnRef = { id: string; conversation: string };

/** One kind of effect: a change that a turn leaves behind besides its session and replies. */
export type EffectKind<Request, Payload> = {
  /** The schema of a stored effect. Effects that older releases stored must still fit the schema. */
  payloadSchema: z.ZodType<Payload>;
  /** Makes the effect's payload from the conversation's request. */
  payloadOf(request: Request, turn: TurnRef): Payload;
  /** Applies the effect in the commit. */
  apply<Done>(payload: Payload, writes: Writes<Done>): Done;
  /** Lists the jobs that are queued after the commit. */
  listJobs(payload: Payload): Job[];
};
