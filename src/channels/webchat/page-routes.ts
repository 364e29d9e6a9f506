import type { Route, RouteRequest, RouteResponse } from "../channel.ts";
import type { Chatting } from "./chatting.ts";
import { lastingSession } from "./live-session.ts";
import { SAFE } from "./page.ts";

/** The addresses that people open: the root, and a page for each district, with its files. */
export const pageRoutes = (chatting: Chatting): Route[] => [
  { method: "GET", path: "/", handle: () => showRoot(chatting) },
  { method: "GET", path: "/chat/:district", handle: (request) => showPage(chatting, request) },
  ...chatting.page.routes,
];

/** The bare address, as people type it: the chat of the one district, or a choice among several. */
function showRoot({ chats, page, service }: Chatting): RouteResponse {
  const [only, ...others] = chats.districts;
  if (only === undefined) return { status: 404, headers: page.headers(), body: page.missing };
  if (others.length === 0) return { status: 302, headers: { ...SAFE, location: `chat/${only}` } };
  const districts = chats.districts.map((id) => ({ id, name: service.districtName(id) }));
  return { status: 200, headers: page.headers(), body: page.choice(districts) };
}

/** The session is there before the first word, so that a message sent twice over a bad line is still one. */
async function showPage(chatting: Chatting, request: RouteRequest): Promise<RouteResponse> {
  const { chats, page, service, framedBy } = chatting;
  const district = request.params.district ?? "";
  if (!chats.districts.includes(district)) return { status: 404, headers: page.headers(), body: page.missing };
  const session = await lastingSession(chatting, request);
  return {
    status: 200,
    headers: {
      ...page.headers(framedBy.get(district)),
      "set-cookie": session ? chats.sessions.kept(session) : chats.sessions.begun(),
    },
    body: page.html(district, service.districtName(district)),
  };
}
