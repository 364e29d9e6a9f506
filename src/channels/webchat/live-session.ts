import { limitTime } from "../../time-limit.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";
import type { RouteHead, RouteResponse } from "../channel.ts";
import { type Chatting, PRIVATE } from "./route-parts.ts";

/** In ms. A store that hangs must not delay citizens. */
const PATIENCE = 1_000;

/** Rejects with UNAUTHORIZED if the request's session was ended. */
export async function requireLiveContact({ chats, service }: Chatting, head: RouteHead): Promise<Contact> {
  const contact = chats.requireContact(head);
  if (await service.hasEnded(contact)) throw new AppError("UNAUTHORIZED", "this session was ended");
  return contact;
}

/** While the store does not answer, a session counts as live. */
export async function findLiveSession({ chats, service }: Chatting, head: RouteHead): Promise<string | undefined> {
  const session = chats.sessions.sessionIn(head.headers);
  if (session === undefined) return undefined;
  const ended = await within(PATIENCE, service.hasEnded(chats.requireContact(head))).catch(() => false);
  return ended ? undefined : session;
}

const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  limitTime(ms, work, () => {
    throw new AppError("STORE_UNAVAILABLE", "no answer in time");
  });

/** A refused browser gets a new cookie and may try again. */
export const withSession =
  <Request, Answer>(
    chatting: Chatting,
    handle: (chatting: Chatting, request: Request) => Promise<Answer>,
  ): ((request: Request) => Promise<Answer | RouteResponse>) =>
  async (request) => {
    try {
      return await handle(chatting, request);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "UNAUTHORIZED")) throw error;
      return {
        status: error.status,
        headers: { ...PRIVATE, "set-cookie": chatting.chats.sessions.beginCookie() },
        body: { code: error.code },
      };
    }
  };
