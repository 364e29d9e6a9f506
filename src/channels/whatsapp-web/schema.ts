import { z } from "zod";
import { Flag, loose, Numeric, Seconds, Words } from "../loose-schemas.ts";

export const Settings = z.object({
  WHATSAPP_WEB_GATEWAY: z.url({ protocol: /^https?$/ }),
  WHATSAPP_WEB_SECRET: z.string().min(16, "must have at least 16 characters"),
  /** If absent, the gateway calls the public URL. */
  WHATSAPP_WEB_SERVICE: z.url({ protocol: /^https?$/ }).optional(),
  WHATSAPP_WEB_BROWSER: z.string().min(1).default("/usr/bin/chromium"),
});
export type Settings = z.infer<typeof Settings>;

export const GatewayMessage = z.object({
  id: z.string().min(1).max(200),
  from: z.string().max(200),
  alias: loose(z.string().max(200)),
  /** In a group, `author` wrote the message; `toUs` means that it is for the service. */
  author: loose(z.string().max(200)),
  toUs: loose(z.boolean()),
  fromMe: loose(z.boolean()),
  isStatus: loose(z.boolean()),
  type: loose(Words),
  body: loose(Words),
  /** In seconds since 1970. */
  timestamp: loose(Seconds),
  forwarded: Flag,
  hasMedia: loose(z.boolean()),
  mime: loose(Words),
  name: loose(Words),
  location: loose(z.object({ latitude: Numeric, longitude: Numeric, name: loose(Words) })),
});
export type GatewayMessage = z.input<typeof GatewayMessage> & { type: string; body: string; timestamp: number };

const SESSION_STATES = ["starting", "pairing", "ready", "away"] as const;
export type SessionState = (typeof SESSION_STATES)[number];
