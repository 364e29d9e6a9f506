import type { Service } from "../channel.ts";
import type { Chats } from "./chats.ts";
import type { RateLimits } from "./limits.ts";
import { type Page, SAFE } from "./page.ts";
import type { Streams } from "./streams.ts";

/** The parts that the routes of the page and of its calls share. */
export type Chatting = {
  chats: Chats;
  service: Service;
  page: Page;
  streams: Streams;
  limits: RateLimits;
  /** For each district, the origins whose pages may show the chat in a frame. */
  framedBy: ReadonlyMap<string, readonly string[]>;
};

/** The headers of answers that hold messages of a chat. No cache keeps such an answer. */
export const PRIVATE = { ...SAFE, "cache-control": "no-store" };
