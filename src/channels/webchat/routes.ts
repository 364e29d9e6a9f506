import { createHash } from "node:crypto";
import { AppError } from "../../errors.ts";
import type { Contact } from "../../message.ts";
import type { Route, RouteRequest, RouteResponse, Service } from "../channel.ts";
import type { Chats } from "./chats.ts";
import { cursorOf } from "./event-stream.ts";
import { addressKey, openLimits } from "./limits.ts";
import { openPage, SAFE } from "./page.ts";
import { openStreams } from "./streams.ts";

const PRIVATE = { ...SAFE, "cache-control": "no-store" };
const STREAM = {
  ...SAFE,
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** Tells a page that its browser's session has changed; nobody can get from it to the session. */
const nameOf = ({ address }: Contact): string => createHash("sha256").update(address).digest("base64url").slice(0, 22);

/** The page, and the four calls it makes. */
export function chatRoutes(chats: Chats, service: Service): { routes: Route[]; close(): Promise<void> } {
  const { sessions } = chats;
  const page = openPage();
  const streams = openStreams(service);
  const limits = openLimits();

  /** The session is there before the first word, so that a message sent twice over a bad line is still one. */
  function showPage(request: RouteRequest): RouteResponse {
    const district = request.params.district ?? "";
    if (!chats.districts.includes(district)) return { status: 404, headers: page.headers, body: page.missing };
    const session = sessions.of(request.headers);
    return {
      status: 200,
      headers: { ...page.headers, "set-cookie": session ? sessions.kept(session) : sessions.begun() },
      body: page.html(district, service.districtName(district)),
    };
  }

  async function takeMessage(request: RouteRequest): Promise<RouteResponse> {
    const message = chats.messageOf(request);
    limits.message(message.contact, addressKey(request.ip));
    await service.receive([{ type: "message", message }]);
    streams.stir(message.contact.address);
    return { status: 200, headers: PRIVATE, body: { id: message.id } };
  }

  function follow(request: RouteRequest): RouteResponse {
    const contact = chats.contactOf(request);
    const address = addressKey(request.ip);
    limits.read(contact, address);
    const cursor = request.headers["last-event-id"] ?? request.query.cursor;
    return { status: 200, headers: STREAM, body: streams.open(contact, address, cursor) };
  }

  async function showHistory(request: RouteRequest): Promise<RouteResponse> {
    const contact = chats.contactOf(request);
    limits.read(contact, addressKey(request.ip));
    const entries = await service.history(contact);
    return { status: 200, headers: PRIVATE, body: { chat: nameOf(contact), entries, cursor: cursorOf(entries) } };
  }

  /** For a phone in other hands: the chat stays with the agency, this browser no longer leads to it. */
  function leave(request: RouteRequest): RouteResponse {
    chats.assertOwnPage(request);
    return { status: 200, headers: { ...PRIVATE, "set-cookie": sessions.begun() }, body: {} };
  }

  /** A browser whose cookie is gone gets a new one with the refusal, and may try again. */
  const withSession = (handle: Route["handle"]): Route["handle"] => {
    return async (request) => {
      try {
        return await handle(request);
      } catch (error) {
        if (!(error instanceof AppError && error.code === "UNAUTHORIZED")) throw error;
        return {
          status: error.status,
          headers: { ...PRIVATE, "set-cookie": sessions.begun() },
          body: { code: error.code },
        };
      }
    };
  };

  return {
    routes: [
      { method: "GET", path: "/chat/:district", handle: showPage },
      ...page.routes,
      { method: "POST", path: "/webchat/:district/messages", handle: withSession(takeMessage) },
      { method: "GET", path: "/webchat/:district/events", handle: withSession(follow) },
      { method: "GET", path: "/webchat/:district/history", handle: withSession(showHistory) },
      { method: "POST", path: "/webchat/:district/leave", handle: withSession(leave) },
    ],
    close: async () => streams.close(),
  };
}
