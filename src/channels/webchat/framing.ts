import { AppError } from "../../vocabulary/errors.ts";

/** Names under `.id` below which everybody registers names of their own. */
const SHARED = new Set(
  ["ac", "biz", "co", "desa", "go", "kop", "mil", "my", "net", "or", "ponpes", "sch", "web"].map(
    (name) => `${name}.id`,
  ),
);

/** Reads origins such as `https://dinsos.example.go.id`, with spaces or commas between. Returns `undefined` if one of them is no origin. */
export function readOrigins(text: string): string[] | undefined {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  const isOrigin = (part: string): boolean =>
    /^https?:\/\/[\w.:[\]-]+\/?$/.test(part) && URL.canParse(part) && new URL(part).origin === part.replace(/\/$/, "");
  return parts.every(isOrigin) ? parts.map((part) => new URL(part).origin) : undefined;
}

/**
 * Throws SETTINGS_INVALID for a page whose frames a browser gives no cookie of ours: the chat would begin anew at every
 * visit. Such a page takes the button of docs/embedding.md.
 */
export function assertSameSite(origins: readonly string[], publicUrl: string, district: string): void {
  const own = siteOf(publicUrl);
  const strange = origins.find((origin) => siteOf(origin) !== own);
  if (strange === undefined) return;
  throw new AppError(
    "SETTINGS_INVALID",
    `WEBCHAT_FRAMED_BY of ${district}: ${strange} is not of the site ${own} that PUBLIC_URL is of, and browsers keep no chat in its frames; docs/embedding.md has a button for it`,
  );
}

/** What browsers take for one site: scheme and registrable name. An address stands for itself. */
function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  if (/^[\d.]+$|^\[/.test(hostname)) return `${protocol}//${hostname}`;
  const labels = hostname.split(".");
  const kept = SHARED.has(labels.slice(-2).join(".")) ? 3 : 2;
  return `${protocol}//${labels.slice(-kept).join(".")}`;
}
