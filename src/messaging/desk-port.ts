import type { Ticket, TicketEvent } from "../casework/ticket.ts";
import type { Facts } from "../conversation/engine/facts.ts";
import type { Effect } from "../effects/index.ts";
import type { District } from "../register/district.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { Contact, Content, OutboundBody, Reply, Text } from "../vocabulary/message.ts";

/**
 * The functions of casework that the stages call. All other data passes between them as effects and through the outbox.
 */
export type DeskPort = {
  /**
   * Screens the words of an effect before they are stored. `say`: sentences that tell the citizen who reads the words.
   */
  screenEffect(effect: Effect, facts: Facts): Promise<{ effect: Effect; say: Text[] }>;
  /** Returns the code of an officer's invitation, if the message is one. */
  invitationIn(content: Content, contact: Contact): string | undefined;
  /**
   * If the invitation allows it, makes this chat the chat of the invited officer. Returns a text that tells the result.
   */
  acceptInvitation(turn: OpenTurn, district: District, code: string): Promise<Text>;
  /** Composes a message to a ticket's citizen; `undefined` if the citizen has no chat here. */
  composeTicketMessage(ticket: Ticket, reply: Reply): Promise<OutboundBody[] | undefined>;
  /** Commits an event together with the message, if any, that tells the citizen of it. Then wakes the sender. */
  commitWithMessage(ticket: Ticket, event: TicketEvent, message: OutboundBody | undefined): Promise<Ticket>;
  /**
   * If no message about a person in danger reached an officer, tells the next officer and the operators. The caller
   * runs it every few seconds.
   */
  followCalls(): Promise<void>;
  /** Drops records of tickets and of forgotten chats whose term is over. The caller runs it once an hour. */
  tidyCasework(): Promise<void>;
};
