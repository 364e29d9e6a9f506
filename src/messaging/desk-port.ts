import type { Ticket, TicketEvent } from "../casework/ticket.ts";
import type { Facts } from "../conversation/engine/facts.ts";
import type { Effect } from "../effects/index.ts";
import type { District } from "../register/district.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { Contact, Content, OutboundBody, Reply, Text } from "../vocabulary/message.ts";

/** Functions of casework that the stages call. */
export type DeskPort = {
  /** `say` tells the citizen which officers read the words. */
  screenEffect(effect: Effect, facts: Facts): Promise<{ effect: Effect; say: Text[] }>;
  /** Returns the code of an officer's invitation; `undefined` if the message is no invitation. */
  invitationIn(content: Content, contact: Contact): string | undefined;
  /** Makes this chat the invited officer's chat if the invitation allows it. Returns a text with the result. */
  acceptInvitation(turn: OpenTurn, district: District, code: string): Promise<Text>;
  /** Returns `undefined` if the citizen has no chat here. */
  composeTicketMessage(ticket: Ticket, reply: Reply): Promise<OutboundBody[] | undefined>;
  /** Commits an event and the message about it in one step, then wakes the sender. */
  commitWithMessage(ticket: Ticket, event: TicketEvent, message: OutboundBody | undefined): Promise<Ticket>;
  /**
   * If no call for a ticket reached an officer, calls the next officer and tells the operators. The caller runs it
   * every few seconds.
   */
  followCalls(): Promise<void>;
  /** Drops records of tickets and of forgotten chats whose term is over. The caller runs it once an hour. */
  tidyCasework(): Promise<void>;
};
