import { AppError } from "../../vocabulary/errors.ts";
import type { RouteHead } from "../channel.ts";

/**
 * Throws FORBIDDEN for a request that another site may have caused. Browsers let no other site send JSON without a
 * preflight request.
 */
export function assertOwnPage({ headers }: RouteHead, publicUrl: string): void {
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  const { origin, host } = headers;
  const own = origin === undefined || originOf(publicUrl) === origin || hostOf(origin) === host;
  if (type !== "application/json" || !own) throw new AppError("FORBIDDEN", "not from our own page");
}

const originOf = (url: string): string => new URL(url).origin;
const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
