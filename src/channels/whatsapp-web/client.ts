import whatsappWeb from "whatsapp-web.js";
import { browserArguments } from "./browser.ts";
import type { UnreadChat } from "./catch-up.ts";
import { PERSON } from "./parse.ts";
import { within } from "./time-limit.ts";
import { NotSent, type WebClient } from "./web-client.ts";

const { Client, LocalAuth } = whatsappWeb;

/**
 * Asked of the page itself: the library's getChats asks WhatsApp about every group there is, and gives none of the chats
 * when one of them fails.
 */
const UNREAD = `require("WAWebCollections").Chat.getModelsArray().flatMap(({ id, unreadCount, t }) =>
  unreadCount > 0 ? [{ id: id._serialized, at: t ?? 0 }] : [])`;

export type ClientOptions = {
  /** Where the session is kept, and under which name. */
  dataPath: string;
  clientId: string;
  /** Debian's Chromium. */
  browser: string;
  /** A page in the place of WhatsApp's own, for tests: a folder and the version that lies there. */
  page?: { path: string; version: string };
};

/** Tries before a chat in which messages keep coming is given up. */
const MOST_TRIES = 5;

/** A message that comes between count and messages would push an older one out of them: both are read until they fit. */
async function unreadIn(client: InstanceType<typeof Client>, id: string, most: number) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const chat = await client.getChatById(id);
    const count = Math.max(chat.unreadCount, 0);
    const messages = count === 0 ? [] : await chat.fetchMessages({ limit: Math.min(count, most), fromMe: false });
    if (count === Math.max((await client.getChatById(id)).unreadCount, 0)) return { count, messages };
  }
  throw new Error("chat does not rest");
}

/**
 * How many messages this page has handed to WhatsApp, with a word of the page's own: a page that was loaded anew gives
 * another. The library's send goes through this one function; what throws before it has sent nothing.
 */
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
/** Ms for that question: a page that does not answer it is not asked to send. */
const COUNT_LIMIT = 2_000;

/** Sends, and tells a page that threw before anything left (`NotSent`) from one that threw afterwards. */
async function sendFrom(client: InstanceType<typeof Client>, send: () => ReturnType<WebClient["sendMessage"]>) {
  const handedOver = () => within(client.pupPage?.evaluate(HANDED_OVER) ?? Promise.reject(), COUNT_LIMIT);
  const before = await handedOver().catch((cause: unknown) => {
    throw new NotSent(cause);
  });
  try {
    return await send();
  } catch (cause) {
    const after = await handedOver().catch(() => undefined);
    throw after === before ? new NotSent(cause) : cause;
  }
}

export type OpenClient = WebClient & {
  media(id: string): Promise<Buffer | undefined>;
  /** Our own ids. */
  ownIds(): string[];
  /** A person's id of the other kind (`@c.us`, `@lid`), where the phone knows it. */
  otherId(person: string): Promise<string | undefined>;
  page(): unknown;
};

const OWN_LID = `require("WAWebUserPrefsMeUser").getMaybeMeLidUser()?._serialized`;

/** whatsapp-web.js, as our session wants it. */
export function webClient({ dataPath, clientId, browser, page }: ClientOptions): OpenClient {
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
      sendFrom(client, () => client.sendMessage(to, text, { sendSeen: seen, linkPreview: false })),
    unreadChats: async () => ((await client.pupPage?.evaluate(UNREAD)) ?? []) as UnreadChat[],
    unreadOf: (id, most) => unreadIn(client, id, most),
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
