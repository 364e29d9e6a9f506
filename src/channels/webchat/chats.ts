import { createHash } from "node:crypto";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact, InboundMessage } from "../../vocabulary/message.ts";
import type { ChannelEvent, RouteHead, RouteRequest } from "../channel.ts";
import { openSessions, type Sessions } from "./browser-session.ts";
import { networkOf } from "./limits.ts";
import { assertOwnPage } from "./own-page.ts";
import { readMessage } from "./read-message.ts";

/** Who asks, and what they say. */
export type Chats = {
  sessions: Sessions;
  /** The districts that have a page. */
  districts: readonly string[];
  /** Throws NOT_FOUND for a district without a page, UNAUTHORIZED for a browser without a session. */
  contactOf(request: RouteHead): Contact;
  /** Throws NOT_FOUND, FORBIDDEN for another site's request, UNAUTHORIZED, BAD_REQUEST, TOO_LARGE. */
  messageOf(request: RouteRequest): InboundMessage;
  /** The same, as every channel reads: what cannot be read is `unreadable`. */
  eventOf(request: RouteRequest): ChannelEvent;
  /** Throws FORBIDDEN. */
  assertOwnPage(request: RouteHead): void;
};

export function openChats(districts: readonly string[], publicUrl: string): Chats {
  const sessions = openSessions(publicUrl);

  function contactOf({ params, headers }: RouteHead): Contact {
    const account = params.district ?? "";
    if (!districts.includes(account)) throw new AppError("NOT_FOUND", "no web chat for this district");
    const address = sessions.of(headers);
    if (address === undefined) throw new AppError("UNAUTHORIZED", "no session");
    return { channel: "webchat", account, address };
  }

  function messageOf(request: RouteRequest): InboundMessage {
    assertOwnPage(request, publicUrl);
    const contact = contactOf(request);
    const at = Date.now();
    const language = languageOf(request);
    const network = networkOf(request.ip);
    const message = { ...readMessage(request.body), contact, order: at, sentAt: at, network };
    return language ? { ...message, language } : message;
  }

  function eventOf(request: RouteRequest): ChannelEvent {
    try {
      return { type: "message", message: messageOf(request) };
    } catch (error) {
      const unreadable = error instanceof AppError && (error.code === "BAD_REQUEST" || error.code === "TOO_LARGE");
      if (!unreadable) throw error;
      const { channel, account } = contactOf(request);
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
    contactOf,
    messageOf,
    eventOf,
    assertOwnPage: (request) => assertOwnPage(request, publicUrl),
  };
}

/** The language the browser prefers. */
const languageOf = ({ headers }: RouteRequest): string | undefined =>
  /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)/i.exec(headers["accept-language"] ?? "")?.[1];
