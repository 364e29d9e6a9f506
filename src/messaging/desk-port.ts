import type { Ticket, TicketEvent } from "../casework/ticket.ts";
import type { Facts } from "../conversation/engine/facts.ts";
import type { Effect } from "../effects/index.ts";
import type { District } from "../register/district.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { Contact, Content, OutboundBody, Reply, Text } from "../vocabulary/message.ts";

export type DeskPort = {
  /** `say`: texts that tell the citizen which officers read the words. */
  screenEffect(effect: Effect, facts: Facts): Promise<{ effect: Effect; say: Text[] }>;
  invitationIn(content: Content, contact: Contact): string | undefined;
  acceptInvitation(turn: OpenTurn, district: District, code: string): Promise<Text>;
  /** Returns `undefined` if the ticket has no chat. */
  composeTicketMessage(ticket: Ticket, reply: Reply): Promise<OutboundBody[] | undefined>;
  /** Commits an event and the message about it in one step, then wakes the sender. */
  commitWithMessage(ticket: Ticket, event: TicketEvent, message: OutboundBody | undefined): Promise<Ticket>;
  /** The caller runs this function every few seconds. */
  followCalls(): Promise<void>;
  /** The caller runs this function once an hour. */
  tidyCasework(): Promise<void>;
};
