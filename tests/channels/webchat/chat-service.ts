import { join } from "node:path";
import type { ChannelEvent, Service } from "../../../src/channels/channel.ts";
import { webchat } from "../../../src/channels/webchat/index.ts";
import { openTranslator } from "../../../src/i18n.ts";
import type { Contact, Content, HistoryEntry } from "../../../src/vocabulary/message.ts";

const { pageTexts } = await openTranslator(join(import.meta.dirname, "../../../locales"));

export type Answer = Pick<HistoryEntry, "text" | "choices">;

type Chat = { entries: HistoryEntry[]; watchers: Set<() => void> };

export type ChatService = Service & {
  say(contact: Contact, answer: Answer): void;
  received: ChannelEvent[];
  watchers(): number;
  /** While an error is set, `receive` and `history` reject with this error. */
  away: Error | undefined;
};

const plain = (text: string): Answer => ({ text, choices: [] });
const wordsOf = (content: Content): string =>
  content.type === "text" ? content.text : content.type === "choice" ? (content.title ?? content.id) : content.type;
const masked = (text: string): string =>
  text.replace(/\d(?=\d{4})/g, (digit, at: number) => (/\d{16}/.test(text.slice(Math.max(0, at - 15))) ? "•" : digit));

export function openChatService({
  publicUrl = "http://127.0.0.1",
  answer = (content: Content): Answer | undefined => plain(`Anda menulis: ${wordsOf(content)}`),
  delay = 0,
} = {}): ChatService {
  const chats = new Map<string, Chat>();
  const ended = new Set<string>();
  let last = 0;
  let replies = 0;
  const chatOf = ({ account, address }: Contact): Chat => {
    const key = `${account} ${address}`;
    const chat = chats.get(key) ?? { entries: [], watchers: new Set() };
    chats.set(key, chat);
    return chat;
  };
  const now = (): number => {
    last = Math.max(Date.now(), last + 1);
    return last;
  };
  const add = (contact: Contact, entry: Omit<HistoryEntry, "at">): void => {
    const chat = chatOf(contact);
    chat.entries.push({ ...entry, at: now() });
    for (const changed of chat.watchers) changed();
  };
  const service: ChatService = {
    publicUrl,
    received: [],
    away: undefined,
    log: () => undefined,
    endSession: async ({ account, address }) => void ended.add(`${account} ${address}`),
    hasEnded: async ({ account, address }) => ended.has(`${account} ${address}`),
    pageTexts,
    districtName: (district) => (district === "lamongan" ? "Kabupaten Lamongan" : `Kabupaten ${district}`),
    async receive(events) {
      if (service.away) throw service.away;
      for (const event of events) {
        service.received.push(event);
        if (event.type !== "message") continue;
        const { id, contact, content } = event.message;
        if (chatOf(contact).entries.some((entry) => entry.id === id)) continue;
        add(contact, { id, from: "citizen", text: masked(wordsOf(content)), choices: [] });
        const said = answer(content);
        if (said) setTimeout(() => service.say(contact, said), delay);
      }
    },
    async history(contact) {
      if (service.away) throw service.away;
      return chatOf(contact).entries.slice(-50);
    },
    watch(contact, changed) {
      const { watchers } = chatOf(contact);
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    say(contact, said) {
      replies += 1;
      add(contact, { id: `reply-${replies}`, from: "service", ...said });
    },
    watchers: () => [...chats.values()].reduce((sum, chat) => sum + chat.watchers.size, 0),
  };
  return service;
}

export const openWebchat = (service: Service) =>
  webchat.open([{ district: "lamongan", settings: { WEBCHAT: "on" } }], service);
