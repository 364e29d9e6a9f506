import whatsappWeb from "whatsapp-web.js";
import { browserArguments } from "./browser.ts";
import type { UnreadChat } from "./catch-up.ts";
import { NotSent, type WebClient } from "./client-port.ts";
import { PERSON } from "./parse.ts";
import { limitWork } from "./time-limit.ts";

const { Client, LocalAuth } = whatsappWeb;

/** The library's getChats returns no chat at all if one group fails. */
const UNREAD = `require("WAWebCollections").Chat.getModelsArray().flatMap(({ id, unreadCount, t }) =>
  unreadCount > 0 ? [{ id: id._serialized, at: t ?? 0 }] : [])`;

export type ClientOptions = {
  dataPath: string;
  clientId: string;
  browser: string;
  /** For tests. */
  page?: { path: string; version: string };
};

const MOST_TRIES = 5;

/** A message between two reads pushes an older message out of the list. */
async function readUnread(client: InstanceType<typeof Client>, id: string, most: number) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const chat = await client.getChatById(id);
    const count = Math.max(chat.unreadCount, 0);
    const messages = count === 0 ? [] : await chat.fetchMessages({ limit: Math.min(count, most), fromMe: false });
    if (count === Math.max((await client.getChatById(id)).unreadCount, 0)) return { count, messages };
  }
  throw new Error("chat does not rest");
}

/** Returns the page's random number and the count of messages given to WhatsApp. */
const HANDED_OVER = `(() => {
  const told = (window.sapaHandedOver ??= { page: Math.random(), count: 0 });
  const action = window.require("WAWebSendMsgChatAction");
  const send = action.addAndSendMsgToChat;
  if (!send.isCounted) {
    const counted = (...words) => {
      told.count += 1;
      return send.apply(action, words);
    };
    action.addAndSendMsgToChat = Object.assign(counted, { isCounted: true });
  }
  return told.page + " " + told.count;
})()`;
/** In ms. */
const COUNT_LIMIT = 2_000;

/** Rejects with `NotSent` if the page failed before it gave WhatsApp the message. */
async function sendCounted(client: InstanceType<typeof Client>, send: () => ReturnType<WebClient["sendMessage"]>) {
  const countHandedOver = () => limitWork(client.pupPage?.evaluate(HANDED_OVER) ?? Promise.reject(), COUNT_LIMIT);
  const before = await countHandedOver().catch((cause: unknown) => {
    throw new NotSent(cause);
  });
  try {
    return await send();
  } catch (cause) {
    const after = await countHandedOver().catch(() => undefined);
    throw after === before ? new NotSent(cause) : cause;
  }
}

export type OpenClient = WebClient & {
  media(id: string): Promise<Buffer | undefined>;
  ownIds(): string[];
  /** Returns a person's id of the other kind (`@c.us`, `@lid`). */
  otherId(person: string): Promise<string | undefined>;
  page(): unknown;
};

const OWN_LID = `require("WAWebUserPrefsMeUser").getMaybeMeLidUser()?._serialized`;

export function openWebClient({ dataPath, clientId, browser, page }: ClientOptions): OpenClient {
  const client = new Client({
    authStrategy: new LocalAuth({ dataPath, clientId }),
    authTimeoutMs: 60_000,
    puppeteer: { executablePath: browser, headless: true, args: browserArguments() },
    ...(page
      ? { webVersion: page.version, webVersionCache: { type: "local" as const, path: page.path, strict: true } }
      : {}),
  });
  const own: string[] = [];
  client.on("ready", async () => {
    const lid: unknown = await client.pupPage?.evaluate(OWN_LID).catch(() => undefined);
    const ids: unknown[] = [client.info?.wid?._serialized, lid];
    own.splice(0, own.length, ...ids.filter((one): one is string => typeof one === "string"));
  });
  return {
    on: (event, heard) => client.on(event, heard as never),
    initialize: () => client.initialize(),
    destroy: () => client.destroy(),
    getState: () => client.getState(),
    sendMessage: (to, text, seen) =>
      sendCounted(client, () => client.sendMessage(to, text, { sendSeen: seen, linkPreview: false })),
    unreadChats: async () => ((await client.pupPage?.evaluate(UNREAD)) ?? []) as UnreadChat[],
    unreadOf: (id, most) => readUnread(client, id, most),
    watchBrowser: (gone) => {
      client.pupBrowser?.once("disconnected", gone);
      client.pupPage?.once("close", gone);
    },
    async media(id) {
      const message = await client.getMessageById(id);
      const media = await message?.downloadMedia();
      return media ? Buffer.from(media.data, "base64") : undefined;
    },
    ownIds: () => own,
    async otherId(person) {
      const [found] = await client.getContactLidAndPhone([person]);
      const ids: unknown[] = [found?.lid, found?.pn];
      return ids.find((one): one is string => typeof one === "string" && one !== person && PERSON.test(one));
    },
    page: () => client.pupPage,
  };
}
