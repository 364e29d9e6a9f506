import { limitTime } from "../../time-limit.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact } from "../../vocabulary/message.ts";
import type { RouteHead, RouteResponse } from "../channel.ts";
import { type Chatting, PRIVATE } from "./chatting.ts";

/** Ms that a message waits for whether its session was ended: a store that hangs keeps no citizen waiting. */
const PATIENCE = 1_000;

/** The chat of a session that nobody has ended; rejects with UNAUTHORIZED otherwise. */
export async function liveContact({ chats, service }: Chatting, head: RouteHead): Promise<Contact> {
  const contact = chats.contactOf(head);
  if (await service.hasEnded(contact)) throw new AppError("UNAUTHORIZED", "this session was ended");
  return contact;
}

/** The session that a page goes on with; while the store is away the one it has. */
export async function lastingSession({ chats, service }: Chatting, head: RouteHead): Promise<string | undefined> {
  const session = chats.sessions.of(head.headers);
  if (session === undefined) return undefined;
  const ended = await within(PATIENCE, service.hasEnded(chats.contactOf(head))).catch(() => false);
  return ended ? undefined : session;
}

/** Rejects when the store has not answered after so many ms. */
const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  limitTime(ms, work, () => {
    throw new AppError("STORE_UNAVAILABLE", "no answer in time");
  });

/** Wraps a handler: a browser whose cookie is gone gets a new one with the refusal, and may try again. */
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
        headers: { ...PRIVATE, "set-cookie": chatting.chats.sessions.begun() },
        body: { code: error.code },
      };
    }
  };
