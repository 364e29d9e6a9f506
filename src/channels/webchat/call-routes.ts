import { createHash } from "node:crypto";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";
import type { Route, RouteHead, RouteRequest, RouteResponse } from "../channel.ts";
import { cursorOf } from "./event-stream.ts";
import { addressKey } from "./limits.ts";
import { findLiveSession, requireLiveContact, withSession } from "./live-session.ts";
import { SAFE } from "./page.ts";
import { LARGEST } from "./read-message.ts";
import { type Chatting, PRIVATE } from "./route-parts.ts";

const STREAM = {
  ...SAFE,
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

export const callRoutes = (chatting: Chatting): Route[] => [
  {
    method: "POST",
    path: "/webchat/:district/messages",
    bodyLimit: LARGEST,
    admit: withSession(chatting, admitMessage),
    handle: withSession(chatting, takeMessage),
  },
  { method: "GET", path: "/webchat/:district/events", handle: withSession(chatting, openEvents) },
  { method: "GET", path: "/webchat/:district/history", handle: withSession(chatting, showHistory) },
  { method: "POST", path: "/webchat/:district/leave", handle: withSession(chatting, leaveChat) },
];

/** Without the store, the spool keeps the message, so the service admits it. */
async function admitMessage(chatting: Chatting, head: RouteHead): Promise<undefined> {
  const { chats, limits } = chatting;
  chats.assertOwnPage(head);
  const bytes = Math.min(Number(head.headers["content-length"] ?? LARGEST), LARGEST);
  limits.countMessage(chats.requireContact(head), addressKey(head.ip), bytes);
  const session = await findLiveSession(chatting, head);
  if (session === undefined) throw new AppError("UNAUTHORIZED", "this session was ended");
  return undefined;
}

async function takeMessage({ chats, service, streams }: Chatting, request: RouteRequest): Promise<RouteResponse> {
  const message = chats.requireMessage(request);
  await service.receive([{ type: "message", message }]);
  streams.notifySession(message.contact.address);
  return { status: 200, headers: PRIVATE, body: { id: message.id } };
}

async function openEvents(chatting: Chatting, request: RouteRequest): Promise<RouteResponse> {
  const { limits, streams } = chatting;
  const contact = await requireLiveContact(chatting, request);
  const address = addressKey(request.ip);
  limits.countRead(contact, address);
  const cursor = request.headers["last-event-id"] ?? request.query.cursor;
  return { status: 200, headers: STREAM, body: streams.open(contact, address, cursor) };
}

async function showHistory(chatting: Chatting, request: RouteRequest): Promise<RouteResponse> {
  const contact = await requireLiveContact(chatting, request);
  chatting.limits.countRead(contact, addressKey(request.ip));
  const entries = await chatting.service.history(contact);
  return { status: 200, headers: PRIVATE, body: { chat: chatNameOf(contact), entries, cursor: cursorOf(entries) } };
}

/** The page compares this hash to see whether its browser has another session. */
const chatNameOf = ({ address }: Contact): string =>
  createHash("sha256").update(address).digest("base64url").slice(0, 22);

/** The agency keeps the chat, but no old cookie opens it again. */
async function leaveChat(chatting: Chatting, request: RouteRequest): Promise<RouteResponse> {
  const { chats, service, streams } = chatting;
  chats.assertOwnPage(request);
  const contact = await requireLiveContact(chatting, request);
  await service.endSession(contact);
  streams.endSession(contact.address);
  return { status: 200, headers: { ...PRIVATE, "set-cookie": chats.sessions.beginCookie() }, body: {} };
}
