import { randomBytes } from "node:crypto";
import type { RouteRequest } from "../channel.ts";

const MAX_AGE = 30 * 86_400;
const ID = /^[A-Za-z0-9_-]{43}$/;

/** A browser's session: 256 random bits that only its cookie holds; they are the contact's address, so nothing logs them. */
export type Sessions = {
  /** `undefined` without a cookie of ours that is well formed. */
  of(headers: RouteRequest["headers"]): string | undefined;
  /** The `Set-Cookie` values that begin a session, keep one for another 30 days, and end it. */
  begun(): string;
  kept(session: string): string;
  ended(): string;
};

/** Over https the cookie is `Secure` and bound to this host, so that no neighbouring site of the agency can set it. */
export function openSessions(publicUrl: string): Sessions {
  const secure = publicUrl.startsWith("https:");
  const name = secure ? "__Host-sapa_chat" : "sapa_chat";
  const cookie = (value: string, maxAge: number): string =>
    `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return {
    of({ cookie: sent = "" }) {
      const pairs = sent.split(";").map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      return value !== undefined && ID.test(value) ? value : undefined;
    },
    begun: () => cookie(randomBytes(32).toString("base64url"), MAX_AGE),
    kept: (session) => cookie(session, MAX_AGE),
    ended: () => cookie("", 0),
  };
}
