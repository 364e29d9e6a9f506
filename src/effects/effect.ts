import type { z } from "zod";
import type { TicketDraft, TicketEvent } from "../casework/ticket.ts";

/** A message that a turn did not understand. `offered`: labels of the meanings that the citizen could choose from. */
export type CandidateDraft = { id: string; conversation: string; district: string; text: string; offered: string[] };

/**
 * The writes that an effect may make. Each store implements them, within the turn's commit or right after it. A
 * repeated call changes nothing.
 */
export type Writes<Done> = {
  openTicket(draft: TicketDraft): Done;
  addToTicket(number: string, event: TicketEvent): Done;
  /**
   * Keeps a message as a candidate example. A chat keeps at most `MOST_CANDIDATES`; beyond that its oldest candidate is
   * deleted.
   */
  keepCandidate(draft: CandidateDraft): Done;
  /** Notes the chosen meaning on the chat's newest candidate, unless that candidate has one. */
  settleCandidate(conversation: string, chosen: string): Done;
};

/** A job to queue: the name of its queue, and the ticket. */
export type Job = { name: "complaints" | "media"; number: string };

/**
 * The turn that made an effect. The effect's `id` is derived from the message's id, so a repeated turn makes the same
 * effect again, which changes nothing.
 */
export type TurnRef = { id: string; conversation: string };

/** One kind of effect. An effect is a change that a turn makes besides its session and replies. */
export type EffectKind<Request, Payload> = {
  /** The schema of a stored effect. It must still accept effects that older releases stored. */
  payloadSchema: z.ZodType<Payload>;
  payloadOf(request: Request, turn: TurnRef): Payload;
  /** Applies the effect within the turn's commit. */
  apply<Done>(payload: Payload, writes: Writes<Done>): Done;
  /** Lists the jobs to queue after the commit. */
  listJobs(payload: Payload): Job[];
};
