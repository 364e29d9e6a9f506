import type { Service } from "../channel.ts";
import type { Chats } from "./chats.ts";
import type { RateLimits } from "./limits.ts";
import { type Page, SAFE } from "./page.ts";
import type { Streams } from "./streams.ts";

export type Chatting = {
  chats: Chats;
  service: Service;
  page: Page;
  streams: Streams;
  limits: RateLimits;
  framedBy: ReadonlyMap<string, readonly string[]>;
};

export const PRIVATE = { ...SAFE, "cache-control": "no-store" };
