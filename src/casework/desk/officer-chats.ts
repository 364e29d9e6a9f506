import type { Channel } from "../../channels/channel.ts";
import type { Store } from "../../store/ports/store.ts";
import { chatsOf, type Officer } from "../officer.ts";

/**
 * Whether messages reach an officer's chat:
 * - `reachable`: the chat has written to the district's account, and takes messages.
 * - `unmet`: the chat has never written to the account.
 * - `refusing`: the platform refuses messages, for example because the officer blocked the bot.
 * - `no-account`: the district has no account on the channel.
 */
export type ChatState = "reachable" | "unmet" | "refusing" | "no-account";
export type FoundChat = { channel: string; state: ChatState; conversation?: string };

export type ChatSources = {
  store: Pick<Store, "conversationOf" | "isReachable">;
  channels: ReadonlyMap<string, Pick<Channel, "name" | "account" | "district">>;
};

export async function findChats({ store, channels }: ChatSources, officer: Officer): Promise<FoundChat[]> {
  const accounts = [...channels.values()].filter(({ district }) => district === officer.district);
  const found = chatsOf(officer).map(async ({ channel, address }): Promise<FoundChat> => {
    const own = accounts.find(({ name }) => name === channel);
    if (!own) return { channel, state: "no-account" };
    const conversation = await store.conversationOf({ channel, account: own.account, address });
    if (conversation === undefined) return { channel, state: "unmet" };
    return { channel, conversation, state: (await store.isReachable(conversation)) ? "reachable" : "refusing" };
  });
  return Promise.all(found);
}

export async function findReachable(sources: ChatSources, officers: readonly Officer[]): Promise<ReadonlySet<string>> {
  const found = officers.map(async (officer) => {
    const chats = await findChats(sources, officer);
    return chats.some(({ state }) => state === "reachable") ? [officer.id] : [];
  });
  return new Set((await Promise.all(found)).flat());
}
