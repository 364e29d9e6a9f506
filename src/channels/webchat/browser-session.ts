import { randomBytes } from "node:crypto";
import type { RouteRequest } from "../channel.ts";

const MAX_AGE = 30 * 86_400;
const ID = /^[A-Za-z0-9_-]{43}$/;

/** The session is the contact's address, so no log may contain it. */
export type SessionCookies = {
  sessionIn(headers: RouteRequest["headers"]): string | undefined;
  beginCookie(): string;
  keepCookie(session: string): string;
  endCookie(): string;
};

/** The prefix `__Host-` prevents other sites of the agency from setting the cookie. */
export function openSessionCookies(publicUrl: string): SessionCookies {
  const secure = publicUrl.startsWith("https:");
  const name = secure ? "__Host-sapa_chat" : "sapa_chat";
  const cookie = (value: string, maxAge: number): string =>
    `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return {
    sessionIn({ cookie: sent = "" }) {
      const pairs = sent.split(";").map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      return value !== undefined && ID.test(value) ? value : undefined;
    },
    beginCookie: () => cookie(randomBytes(32).toString("base64url"), MAX_AGE),
    keepCookie: (session) => cookie(session, MAX_AGE),
    endCookie: () => cookie("", 0),
  };
}
