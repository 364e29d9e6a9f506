import { z } from "zod";

/** Of one district; off until both are there. The gateway is a process of its own (`workers/whatsapp-web.ts`). */
export const Settings = z.object({
  WHATSAPP_WEB_GATEWAY: z.url({ protocol: /^https?$/ }),
  WHATSAPP_WEB_SECRET: z.string().min(16, "must have at least 16 characters"),
  /** Where the gateway reaches the service; its public URL otherwise. */
  WHATSAPP_WEB_SERVICE: z.url({ protocol: /^https?$/ }).optional(),
  WHATSAPP_WEB_BROWSER: z.string().min(1).default("/usr/bin/chromium"),
});
export type Settings = z.infer<typeof Settings>;

/** A message as the gateway hands it on: what whatsapp-web.js tells, cut to what we read. */
export const Handed = z.object({
  id: z.string().min(1).max(200),
  from: z.string().max(200),
  fromMe: z.boolean(),
  isStatus: z.boolean(),
  type: z.string(),
  body: z.string(),
  /** Seconds since 1970. */
  timestamp: z.int().min(0).max(100_000_000_000),
  forwarded: z.boolean().optional(),
  hasMedia: z.boolean().optional(),
  mime: z.string().optional(),
  name: z.string().optional(),
  location: z.object({ latitude: z.number(), longitude: z.number(), name: z.string().optional() }).optional(),
});
export type Handed = z.infer<typeof Handed>;

/** How a session is: `pairing` shows a QR code that a phone has to scan. */
export const SESSION_STATES = ["starting", "pairing", "ready", "away"] as const;
export type SessionState = (typeof SESSION_STATES)[number];
