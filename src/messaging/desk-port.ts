import type { Ticket, TicketEvent } from "../casework/ticket.ts";
import type { Facts } from "../conversation/engine/facts.ts";
import type { Effect } from "../effects/index.ts";
import type { District } from "../register/district.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { Contact, Content, OutboundBody, Reply, Text } from "../vocabulary/message.ts";

/**
 * What the stages call in casework. Everything else passes between the stages and casework as effects and through the
 * outbox.
 */
export type DeskPort = {
  /** Screens the words of an effect before they are kept. `say`: the sentences that tell the citizen who reads them. */
  screenEffect(effect: Effect, facts: Facts): Promise<{ effect: Effect; say: Text[] }>;
  /** Returns the code if a message is an officer's invitation. */
  invitationIn(content: Content, contact: Contact): string | undefined;
  /** Makes this chat the invited officer's chat if the invitation allows it; returns the result in words. */
  acceptInvitation(turn: OpenTurn, district: District, code: string): Promise<Text>;
  /** Composes a message to a ticket's citizen; `undefined` if they have no chat here. */
  composeTicketMessage(ticket: Ticket, reply: Reply): Promise<OutboundBody[] | undefined>;
  /** Commits an event with the message, if any, that tells the ticket's citizen of it, and has that message sent. */
  commitWithMessage(ticket: Ticket, event: TicketEvent, message: OutboundBody | undefined): Promise<Ticket>;
  /** Once an hour, drops what tickets and forgotten chats have kept long enough. */
  tidyCasework(): Promise<void>;
};
