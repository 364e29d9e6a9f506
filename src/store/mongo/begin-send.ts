import { defined } from "../../defined.ts";
import { Contact, OutboundBody } from "../../vocabulary/message.ts";
import type { OpenSend } from "../ports/outbox.ts";
import type { ConversationDoc, Outgoing } from "./collections.ts";
import type { Context } from "./context.ts";

export type SendingChat = Pick<ConversationDoc, "_id" | "contact" | "send" | "out" | "effects" | "heardAt"> & {
  turn: Pick<ConversationDoc["turn"], "held">;
};

export function buildSend({ vault, clock }: Context, doc: SendingChat): OpenSend | undefined {
  const { _id: conversation, contact, send, turn } = doc;
  const [message] = doc.out;
  if (!message) return undefined;
  // During a turn, the stored `heardAt` may be old.
  const heardAt = turn.held ? undefined : (doc.heardAt ?? undefined);
  const { id, attempts, unknown, createdAt } = message;
  const body = OutboundBody.parse(vault.open(message.sealed, `outbound ${id}`));
  const to = Contact.parse(vault.open(contact, `contact ${conversation}`));
  return {
    conversation,
    fence: send.fence,
    message: { ...body, id, to },
    attempts,
    unknown,
    age: Math.max(clock.now() - createdAt, 0),
    ...defined({ heardAt }),
    handle: message,
  };
}

export const handleOf = ({ handle }: OpenSend): Outgoing | undefined => handle as Outgoing | undefined;
