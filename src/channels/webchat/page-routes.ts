import type { Route, RouteRequest, RouteResponse } from "../channel.ts";
import { findLiveSession } from "./live-session.ts";
import { SAFE } from "./page.ts";
import type { Chatting } from "./route-parts.ts";

export const pageRoutes = (chatting: Chatting): Route[] => [
  { method: "GET", path: "/", handle: (request) => showRoot(chatting, request) },
  ...chatting.page.routes,
  { method: "GET", path: "/chat/:district", handle: (request) => showPage(chatting, request) },
];

function showRoot({ chats, page, service }: Chatting, request: RouteRequest): RouteResponse {
  const [only, ...others] = chats.districts;
  if (only === undefined) return page.answer(request, page.missing, { status: 404 });
  if (others.length === 0) return { status: 302, headers: { ...SAFE, location: `chat/${only}` } };
  const districts = chats.districts.map((id) => ({ id, name: service.districtName(id) }));
  return page.answer(request, page.choice(districts));
}

/** The session begins here, so a repeated first message comes from the same session. */
async function showPage(chatting: Chatting, request: RouteRequest): Promise<RouteResponse> {
  const { chats, page, service, framedBy } = chatting;
  const district = request.params.district ?? "";
  if (!chats.districts.includes(district)) return page.answer(request, page.missing, { status: 404 });
  const session = await findLiveSession(chatting, request);
  return page.answer(request, page.html(district, service.districtName(district)), {
    framedBy: framedBy.get(district),
    cookie: session ? chats.sessions.keepCookie(session) : chats.sessions.beginCookie(),
  });
}
