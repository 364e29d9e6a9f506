import { createHash } from "node:crypto";
import { limitTime } from "../../time-limit.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";
import type { Route, RouteHead, RouteRequest, RouteResponse, Service } from "../channel.ts";
import type { Chats } from "./chats.ts";
import { cursorOf } from "./event-stream.ts";
import { addressKey, openLimits } from "./limits.ts";
import { openPage, SAFE } from "./page.ts";
import { LARGEST } from "./read-message.ts";
import { openStreams } from "./streams.ts";

/** Ms that a message waits for whether its session was ended: a store that hangs keeps no citizen waiting. */
const PATIENCE = 1_000;
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
export function chatRoutes(
  chats: Chats,
  service: Service,
  framedBy: ReadonlyMap<string, readonly string[]>,
): { routes: Route[]; close(): Promise<void> } {
  const { sessions } = chats;
  const page = openPage();
  const streams = openStreams(service);
  const limits = openLimits();

  /** The session is there before the first word, so that a message sent twice over a bad line is still one. */
  async function showPage(request: RouteRequest): Promise<RouteResponse> {
    const district = request.params.district ?? "";
    if (!chats.districts.includes(district)) return { status: 404, headers: page.headers(), body: page.missing };
    const session = await lastingSession(request);
    return {
      status: 200,
      headers: {
        ...page.headers(framedBy.get(district)),
        "set-cookie": session ? sessions.kept(session) : sessions.begun(),
      },
      body: page.html(district, service.districtName(district)),
    };
  }

  /** The bare address, as people type it: the chat of the one district, or a choice among several. */
  function showRoot(): RouteResponse {
    const [only, ...others] = chats.districts;
    if (only === undefined) return { status: 404, headers: page.headers(), body: page.missing };
    if (others.length === 0) return { status: 302, headers: { ...SAFE, location: `chat/${only}` } };
    const districts = chats.districts.map((id) => ({ id, name: service.districtName(id) }));
    return { status: 200, headers: page.headers(), body: page.choice(districts) };
  }

  /** The chat of a session that nobody has ended. */
  async function contactOf(head: RouteHead): Promise<Contact> {
    const contact = chats.contactOf(head);
    if (await service.hasEnded(contact)) throw new AppError("UNAUTHORIZED", "this session was ended");
    return contact;
  }

  /** All that can be told of a message before its body is there. A store that is away lets it through to the spool. */
  async function admitMessage(head: RouteHead): Promise<undefined> {
    chats.assertOwnPage(head);
    const bytes = Math.min(Number(head.headers["content-length"] ?? LARGEST), LARGEST);
    limits.message(chats.contactOf(head), addressKey(head.ip), bytes);
    if ((await lastingSession(head)) === undefined) throw new AppError("UNAUTHORIZED", "this session was ended");
    return undefined;
  }

  /** The session that a page goes on with; while the store is away the one it has. */
  async function lastingSession(head: RouteHead): Promise<string | undefined> {
    const session = sessions.of(head.headers);
    if (session === undefined) return undefined;
    const ended = await within(PATIENCE, service.hasEnded(chats.contactOf(head))).catch(() => false);
    return ended ? undefined : session;
  }

  async function takeMessage(request: RouteRequest): Promise<RouteResponse> {
    const message = chats.messageOf(request);
    await service.receive([{ type: "message", message }]);
    streams.stir(message.contact.address);
    return { status: 200, headers: PRIVATE, body: { id: message.id } };
  }

  async function follow(request: RouteRequest): Promise<RouteResponse> {
    const contact = await contactOf(request);
    const address = addressKey(request.ip);
    limits.read(contact, address);
    const cursor = request.headers["last-event-id"] ?? request.query.cursor;
    return { status: 200, headers: STREAM, body: streams.open(contact, address, cursor) };
  }

  async function showHistory(request: RouteRequest): Promise<RouteResponse> {
    const contact = await contactOf(request);
    limits.read(contact, addressKey(request.ip));
    const entries = await service.history(contact);
    return { status: 200, headers: PRIVATE, body: { chat: nameOf(contact), entries, cursor: cursorOf(entries) } };
  }

  /** For a phone in other hands: the chat stays with the agency, neither this browser nor its old cookie leads to it. */
  async function leave(request: RouteRequest): Promise<RouteResponse> {
    chats.assertOwnPage(request);
    const contact = await contactOf(request);
    await service.endSession(contact);
    streams.end(contact.address);
    return { status: 200, headers: { ...PRIVATE, "set-cookie": sessions.begun() }, body: {} };
  }

  /** A browser whose cookie is gone gets a new one with the refusal, and may try again. */
  const withSession = <Request, Answer>(handle: (request: Request) => Promise<Answer>) => {
    return async (request: Request): Promise<Answer | RouteResponse> => {
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
      { method: "GET", path: "/", handle: showRoot },
      { method: "GET", path: "/chat/:district", handle: showPage },
      ...page.routes,
      {
        method: "POST",
        path: "/webchat/:district/messages",
        bodyLimit: LARGEST,
        admit: withSession(admitMessage),
        handle: withSession(takeMessage),
      },
      { method: "GET", path: "/webchat/:district/events", handle: withSession(follow) },
      { method: "GET", path: "/webchat/:district/history", handle: withSession(showHistory) },
      { method: "POST", path: "/webchat/:district/leave", handle: withSession(leave) },
    ],
    close: async () => streams.close(),
  };
}

/** Rejects when the store has not answered after so many ms. */
const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  limitTime(ms, work, () => {
    throw new AppError("STORE_UNAVAILABLE", "no answer in time");
  });
