import type { Ticket } from "../casework/ticket.ts";
import type { Facts } from "../conversation/engine/facts.ts";
import type { Effect } from "../effects/index.ts";
import type { District } from "../register/district.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { Contact, Content, OutboundBody, Reply, Text } from "../vocabulary/message.ts";

/** Casework as the stages see it. Everything else between the two goes by effects and by the outbox. */
export type DeskPort = {
  /** Looks at the words of an effect before it is kept; `say`: the sentences that tell its citizen who reads them. */
  screenEffect(effect: Effect, facts: Facts): Promise<{ effect: Effect; say: Text[] }>;
  /** The code of an officer's invitation that a message is. */
  invitationIn(content: Content, contact: Contact): string | undefined;
  /** Makes this chat the invited officer's, where it may, and says what came of it. */
  acceptInvitation(turn: OpenTurn, district: District, code: string): Promise<Text>;
  /** Words to a ticket's citizen; `undefined`: they have no chat here. */
  ticketWords(ticket: Ticket, reply: Reply): Promise<OutboundBody[] | undefined>;
  /** Once an hour: what has been kept long enough goes from tickets and forgotten chats. */
  tidy(): Promise<void>;
};
