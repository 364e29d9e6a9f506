import type { Route, Service } from "../channel.ts";
import { callRoutes } from "./call-routes.ts";
import type { Chats } from "./chats.ts";
import { openRateLimits } from "./limits.ts";
import { openPage } from "./page.ts";
import { pageRoutes } from "./page-routes.ts";
import type { Chatting } from "./route-parts.ts";
import { openStreams } from "./streams.ts";

export function openChatRoutes(
  chats: Chats,
  service: Service,
  framedBy: Chatting["framedBy"],
): { routes: Route[]; close(): Promise<void> } {
  const streams = openStreams(service);
  const chatting: Chatting = {
    chats,
    service,
    page: openPage(service.pageTexts("webchat")),
    streams,
    limits: openRateLimits(),
    framedBy,
  };
  return {
    routes: [...pageRoutes(chatting), ...callRoutes(chatting)],
    close: async () => streams.close(),
  };
}
