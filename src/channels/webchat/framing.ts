import { AppError } from "../../vocabulary/errors.ts";

/** Different owners may register names below each of these names. */
const SHARED = new Set(
  ["ac", "biz", "co", "desa", "go", "kop", "mil", "my", "net", "or", "ponpes", "sch", "web"].map(
    (name) => `${name}.id`,
  ),
);

/** Returns `undefined` if a part is no origin. */
export function readOrigins(text: string): string[] | undefined {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  const isOrigin = (part: string): boolean =>
    /^https?:\/\/[\w.:[\]-]+\/?$/.test(part) && URL.canParse(part) && new URL(part).origin === part.replace(/\/$/, "");
  return parts.every(isOrigin) ? parts.map((part) => new URL(part).origin) : undefined;
}

/** Throws SETTINGS_INVALID for a page of another site, because browsers send no cookie from its frames. */
export function assertSameSite(origins: readonly string[], publicUrl: string, district: string): void {
  const own = siteOf(publicUrl);
  const foreign = origins.find((origin) => siteOf(origin) !== own);
  if (foreign === undefined) return;
  throw new AppError(
    "SETTINGS_INVALID",
    `WEBCHAT_FRAMED_BY of ${district}: ${foreign} is not of the site ${own} that PUBLIC_URL is of, and browsers keep no chat in its frames; docs/embedding.md has a button for it`,
  );
}

function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  if (/^[\d.]+$|^\[/.test(hostname)) return `${protocol}//${hostname}`;
  const labels = hostname.split(".");
  const kept = SHARED.has(labels.slice(-2).join(".")) ? 3 : 2;
  return `${protocol}//${labels.slice(-kept).join(".")}`;
}
