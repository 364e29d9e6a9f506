import type { OutboundDoc, Outgoing } from "./collections.ts";

/** The record of a message whose sending has ended, to be found by its id or in the chat's history. */
export const endedRecord = (
  conversation: string,
  { id, state: _, notBefore: __, from: ___, ...rest }: Outgoing,
  state: OutboundDoc["state"],
  endedAt: number,
  code: string | null = null,
): OutboundDoc => ({ ...rest, _id: id, conversation, state, endedAt, code });

/** The conversation of an outbound message, whose id begins with the conversation's. */
export const conversationIn = (id: string): string => id.slice(0, Math.max(id.indexOf("."), 0));
