import whatsappWeb from "whatsapp-web.js";
import type { Handed } from "./schema.ts";
import type { WebClient } from "./session.ts";

const { Client, LocalAuth } = whatsappWeb;

/** The flags that a browser in a container needs. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type ClientOptions = {
  /** Where the session is kept, and under which name. */
  dataPath: string;
  clientId: string;
  /** Debian's Chromium. */
  browser: string;
  /** A page in the place of WhatsApp's own, for tests: a folder and the version that lies there. */
  page?: { path: string; version: string };
};

export type OpenClient = WebClient & { media(id: string): Promise<Buffer | undefined>; page(): unknown };

/** whatsapp-web.js, as our session wants it. */
export function webClient({ dataPath, clientId, browser, page }: ClientOptions): OpenClient {
  const client = new Client({
    authStrategy: new LocalAuth({ dataPath, clientId }),
    authTimeoutMs: 60_000,
    puppeteer: { executablePath: browser, headless: true, args: ARGUMENTS },
    ...(page
      ? { webVersion: page.version, webVersionCache: { type: "local" as const, path: page.path, strict: true } }
      : {}),
  });
  return {
    on: (event, heard) => client.on(event, heard as never),
    initialize: () => client.initialize(),
    destroy: () => client.destroy(),
    getState: () => client.getState(),
    sendMessage: (to, text) => client.sendMessage(to, text, { sendSeen: true, linkPreview: false }),
    watchBrowser: (gone) => {
      client.pupBrowser?.once("disconnected", gone);
      client.pupPage?.once("close", gone);
    },
    async media(id) {
      const message = await client.getMessageById(id);
      const media = await message?.downloadMedia();
      return media ? Buffer.from(media.data, "base64") : undefined;
    },
    page: () => client.pupPage,
  };
}

type Message = {
  id: { _serialized: string };
  from: string;
  fromMe: boolean;
  isStatus: boolean;
  type: string;
  body?: string;
  timestamp: number;
  isForwarded?: boolean;
  hasMedia?: boolean;
  location?: { latitude: string | number; longitude: string | number; description?: string };
};

/** A message of the library, cut to what is handed on. */
export function handedOf(message: unknown): Handed {
  const {
    id,
    from,
    fromMe,
    isStatus,
    type,
    body = "",
    timestamp,
    isForwarded,
    hasMedia,
    location,
  } = message as Message;
  return {
    id: id._serialized,
    from,
    fromMe,
    isStatus,
    type,
    body,
    timestamp,
    ...(isForwarded ? { forwarded: true } : {}),
    ...(hasMedia ? { hasMedia } : {}),
    ...(location
      ? {
          location: {
            latitude: Number(location.latitude),
            longitude: Number(location.longitude),
            ...(location.description ? { name: location.description } : {}),
          },
        }
      : {}),
  };
}
