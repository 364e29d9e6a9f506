import { createHash } from "node:crypto";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact, InboundMessage } from "../../vocabulary/message.ts";
import type { ChannelEvent, RouteHead, RouteRequest } from "../channel.ts";
import { openSessionCookies, type SessionCookies } from "./browser-session.ts";
import { networkOf } from "./limits.ts";
import { assertOwnPage } from "./own-page.ts";
import { readMessage } from "./read-message.ts";

export type Chats = {
  sessions: SessionCookies;
  districts: readonly string[];
  /** Throws NOT_FOUND for a district without a page, and UNAUTHORIZED without a session. */
  requireContact(request: RouteHead): Contact;
  /** Throws NOT_FOUND, UNAUTHORIZED, BAD_REQUEST, TOO_LARGE or FORBIDDEN. */
  requireMessage(request: RouteRequest): InboundMessage;
  readEvent(request: RouteRequest): ChannelEvent;
  /** Throws FORBIDDEN for another site's request. */
  assertOwnPage(request: RouteHead): void;
};

export function openChats(districts: readonly string[], publicUrl: string): Chats {
  const sessions = openSessionCookies(publicUrl);

  function requireContact({ params, headers }: RouteHead): Contact {
    const account = params.district ?? "";
    if (!districts.includes(account)) throw new AppError("NOT_FOUND", "no web chat for this district");
    const address = sessions.sessionIn(headers);
    if (address === undefined) throw new AppError("UNAUTHORIZED", "no session");
    return { channel: "webchat", account, address };
  }

  function requireMessage(request: RouteRequest): InboundMessage {
    assertOwnPage(request, publicUrl);
    const contact = requireContact(request);
    const at = Date.now();
    const language = languageOf(request);
    const network = networkOf(request.ip);
    const message = { ...readMessage(request.body), contact, order: at, sentAt: at, network };
    return language ? { ...message, language } : message;
  }

  function readEvent(request: RouteRequest): ChannelEvent {
    try {
      return { type: "message", message: requireMessage(request) };
    } catch (error) {
      const unreadable = error instanceof AppError && (error.code === "BAD_REQUEST" || error.code === "TOO_LARGE");
      if (!unreadable) throw error;
      const { channel, account } = requireContact(request);
      const id = createHash("sha256").update(request.body).digest("base64url");
      return {
        type: "unreadable",
        contact: { channel, account },
        id,
        raw: request.body.toString("utf8"),
        reason: error.message,
      };
    }
  }

  return {
    sessions,
    districts,
    requireContact,
    requireMessage,
    readEvent,
    assertOwnPage: (request) => assertOwnPage(request, publicUrl),
  };
}

const languageOf = ({ headers }: RouteRequest): string | undefined =>
  /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)/i.exec(headers["accept-language"] ?? "")?.[1];
