import type { OutboundDoc, Outgoing } from "./collections.ts";

/** The record of a message that has ended, for whoever asks for it by its id or reads the chat. */
export const endedRecord = (
  conversation: string,
  { id, state: _, notBefore: __, from: ___, ...rest }: Outgoing,
  state: OutboundDoc["state"],
  endedAt: number,
  code: string | null = null,
): OutboundDoc => ({ ...rest, _id: id, conversation, state, endedAt, code });

/** Every outbound id begins with its conversation's. */
export const conversationIn = (id: string): string => id.slice(0, Math.max(id.indexOf("."), 0));
