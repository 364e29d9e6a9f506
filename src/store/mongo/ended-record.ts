import type { OutboundDoc, Outgoing } from "./collections.ts";

export const endedRecord = (
  conversation: string,
  { id, state: _, notBefore: __, from: ___, ...rest }: Outgoing,
  state: OutboundDoc["state"],
  endedAt: number,
  code: string | null = null,
): OutboundDoc => ({ ...rest, _id: id, conversation, state, endedAt, code });
