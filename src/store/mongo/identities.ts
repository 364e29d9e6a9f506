import { randomBytes } from "node:crypto";
import { Contact, type InboundMessage } from "../../vocabulary/message.ts";
import type { Move } from "../ports/contacts.ts";
import { contactName, moveName, steadyFirst } from "../record-names.ts";
import type { ConversationDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

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

async function pointIdentity({ at }: Context, name: string, conversation: string): Promise<void> {
  if (await insertOnce(at.identity.insertOne({ _id: name, conversation }))) return;
  await at.identity.updateOne({ _id: name }, { $set: { conversation } });
}

export const findIdentities =
  ({ at }: Context) =>
  async (calls: readonly (readonly string[])[]): Promise<Map<string, string>[]> => {
    const found = await at.identity.find({ _id: { $in: [...new Set(calls.flat())] } }).toArray();
    const known = new Map(found.map(({ _id, conversation }) => [_id, conversation]));
    return calls.map(() => new Map(known));
  };

/** If a crash cuts off a move, the platform's next report of the same move completes it. */
export async function moveContact(
  context: Context,
  contact: Contact,
  address: string,
  { id: event, gone = [contact.address], aliases = [] }: Move = {},
): Promise<void> {
  const { at, vault } = context;
  const nameOf = (one: string) => contactName(vault, { ...contact, address: one });
  const name = event === undefined ? undefined : moveName(vault, contact, event);
  const begun = name === undefined ? null : await at.identity.findOne({ _id: name });
  if (begun?.done) return;
  const id = begun?.conversation ?? (await conversationUnder(context, [contact.address, ...gone].map(nameOf)));
  if (id === undefined) return;
  if (name) await insertOnce(at.identity.insertOne({ _id: name, conversation: id, done: false }));
  const chat = await at.conversation.findOne({ _id: id }, { projection: { contact: 1 } });
  if (chat && gone.includes(Contact.parse(vault.open(chat.contact, `contact ${id}`)).address)) {
    const moved = vault.seal({ ...contact, address }, `contact ${id}`);
    await at.conversation.updateOne({ _id: id }, { $set: { contact: moved } });
  }
  for (const one of [address, ...aliases]) await pointIdentity(context, nameOf(one), id);
  await at.identity.deleteMany({ _id: { $in: gone.map(nameOf) }, conversation: id });
  if (name) await at.identity.updateOne({ _id: name }, { $set: { done: true } });
}

async function conversationUnder({ at }: Context, names: readonly string[]): Promise<string | undefined> {
  const found = await at.identity.find({ _id: { $in: [...names] } }).toArray();
  return names.map((name) => found.find(({ _id }) => _id === name)?.conversation).find((id) => id !== undefined);
}

type Find = (names: readonly string[]) => Promise<Map<string, string>>;

export const openConversations =
  (context: Context, find: Find) =>
  (messages: readonly InboundMessage[]): Promise<string[]> =>
    conversationsOf(context, find, messages);

async function conversationsOf(context: Context, find: Find, messages: readonly InboundMessage[]): Promise<string[]> {
  const { at, vault } = context;
  const named = messages.map(({ contact, aliases = [] }) => {
    const nameOf = (address: string) => contactName(vault, { ...contact, address });
    return {
      contact,
      own: nameOf(contact.address),
      aliases: aliases.map(nameOf),
      steady: steadyFirst([contact.address, ...aliases]).map(nameOf),
    };
  });
  const known = await find([...new Set(named.flatMap(({ own, aliases }) => [own, ...aliases]))]);
  const conversations: string[] = [];
  for (const { contact, own, aliases, steady } of named) {
    const alias = aliases.map((name) => known.get(name)).find((id) => id !== undefined);
    const [first = own] = steady;
    const id = known.get(own) ?? alias ?? (await startConversation(context, first, contact));
    const isNew = !known.has(own) && alias === undefined;
    if (!known.has(own) && !isNew) {
      await at.conversation.updateOne({ _id: id }, { $set: { contact: vault.seal(contact, `contact ${id}`) } });
    }
    const claimed = isNew ? first : undefined;
    for (const name of steady) {
      if (name !== claimed && known.get(name) !== id) await pointIdentity(context, name, id);
    }
    for (const name of [own, ...aliases]) known.set(name, id);
    conversations.push(id);
  }
  return conversations;
}

/** Writes the name first, because a conversation without a name would keep a person's address for ever. */
async function startConversation(context: Context, name: string, contact: Contact): Promise<string> {
  const { at } = context;
  const id = randomBytes(16).toString("base64url");
  if (await insertOnce(at.identity.insertOne({ _id: name, conversation: id }))) {
    await insertOnce(at.conversation.insertOne(newConversation(context, id, contact)));
    return id;
  }
  const other = await at.identity.findOne({ _id: name });
  return other?.conversation ?? startConversation(context, name, contact);
}
