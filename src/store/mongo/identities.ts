import { randomBytes } from "node:crypto";
import type { Contact, InboundMessage } from "../../message.ts";
import { contactName } from "../names.ts";
import type { ConversationDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { unlessThere } from "./errors.ts";

export const newConversation = ({ vault }: Context, id: string, contact: Contact): ConversationDoc => ({
  _id: id,
  channel: contact.channel,
  account: contact.account,
  contact: vault.seal(contact, `contact ${id}`),
  reachable: true,
  session: null,
  turn: { fence: 0, held: false, stirred: false, opens: 0 },
  handled: [],
  effects: [],
  send: { fence: 0, held: false },
  out: [],
  waiting: [],
  due: null,
});

/** Points a name at a conversation, whatever it pointed at before. */
export async function pointIdentity({ at }: Context, name: string, conversation: string): Promise<void> {
  if (await unlessThere(at.identity.insertOne({ _id: name, conversation }))) return;
  await at.identity.updateOne({ _id: name }, { $set: { conversation } });
}

/** Names to conversations, as far as they are known; of several calls in one statement. */
export const findIdentities =
  ({ at }: Context) =>
  async (calls: readonly (readonly string[])[]): Promise<Map<string, string>[]> => {
    const found = await at.identity.find({ _id: { $in: [...new Set(calls.flat())] } }).toArray();
    const known = new Map(found.map(({ _id, conversation }) => [_id, conversation]));
    return calls.map(() => new Map(known));
  };

type Find = (names: readonly string[]) => Promise<Map<string, string>>;

/** Conversations of messages, in their order; a chat is made for whoever writes for the first time. */
export const openConversations =
  (context: Context, find: Find) =>
  (messages: readonly InboundMessage[]): Promise<string[]> =>
    conversationsOf(context, find, messages);

async function conversationsOf(context: Context, find: Find, messages: readonly InboundMessage[]): Promise<string[]> {
  const { at, vault } = context;
  const named = messages.map(({ contact, aliases = [] }) => ({
    contact,
    own: contactName(vault, contact),
    aliases: aliases.map((address) => contactName(vault, { ...contact, address })),
  }));
  const known = await find([...new Set(named.flatMap(({ own, aliases }) => [own, ...aliases]))]);
  const conversations: string[] = [];
  for (const { contact, own, aliases } of named) {
    const alias = aliases.map((name) => known.get(name)).find((id) => id !== undefined);
    const id = known.get(own) ?? alias ?? (await started(context, own, contact));
    if (!known.has(own) && alias !== undefined) {
      await at.conversation.updateOne({ _id: id }, { $set: { contact: vault.seal(contact, `contact ${id}`) } });
      await pointIdentity(context, own, id);
    }
    for (const name of aliases) if (known.get(name) !== id) await pointIdentity(context, name, id);
    for (const name of [own, ...aliases]) known.set(name, id);
    conversations.push(id);
  }
  return conversations;
}

/** The name comes first: a chat that nobody finds would keep a person's address for ever. `openTurn` makes up for a crash between the two. */
async function started(context: Context, name: string, contact: Contact): Promise<string> {
  const { at } = context;
  const id = randomBytes(16).toString("base64url");
  if (await unlessThere(at.identity.insertOne({ _id: name, conversation: id }))) {
    await unlessThere(at.conversation.insertOne(newConversation(context, id, contact)));
    return id;
  }
  const other = await at.identity.findOne({ _id: name });
  return other?.conversation ?? started(context, name, contact);
}
