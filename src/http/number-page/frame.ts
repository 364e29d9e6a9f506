import { createHash } from "node:crypto";
import { escapeHtml } from "../../html.ts";

const STYLE = `
:root{color-scheme:light dark;--page:#eef2ef;--ink:#16211f;--line:#51605c;--paper:#fff;--deep:#0b4f4a;--accent:#0b625b;--warn:#fff3d6;--warn-ink:#5b4300;--bad:#a3231b;--focus:#b45f06}
@media(prefers-color-scheme:dark){:root{--page:#0e1615;--ink:#e9f0ee;--line:#adbcb8;--paper:#1b2826;--deep:#0b3835;--accent:#7fd6c8;--warn:#3b3013;--warn-ink:#f5dfa6;--bad:#ff9d94;--focus:#ffc56b}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,Roboto,"Segoe UI","Noto Sans",sans-serif;word-break:break-word}
header{display:flex;align-items:center;padding:10px 16px;background:var(--deep);color:#fff}
header svg{flex:none;width:32px;height:32px;margin-right:10px}
header b{display:block;font-size:1.0625rem;line-height:1.25}
header span{font-size:.8125rem}
main{max-width:34rem;margin:16px auto;padding:4px 16px 20px;background:var(--paper);border-radius:16px}
@media(max-width:36rem){main{margin:12px}}
h1{font-size:1.375rem;line-height:1.25;margin:16px 0 10px}
label{display:block;font-weight:600;margin-top:20px}
.help{margin:2px 0 8px}
input{width:100%;min-height:52px;padding:8px 12px;font:inherit;font-size:1.25rem;letter-spacing:.04em;color:inherit;background:var(--page);border:1.5px solid var(--line);border-radius:14px}
input[aria-invalid]{border:2px solid var(--bad)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.wrong{color:var(--bad);font-weight:600;margin:8px 0}
button,.button{display:block;width:100%;min-height:52px;margin-top:24px;padding:12px;font:inherit;font-weight:600;line-height:1.5;text-align:center;text-decoration:none;color:var(--paper);background:var(--accent);border:2px solid var(--accent);border-radius:14px}
form+p .button{margin-top:12px;color:var(--accent);background:none}
.where{padding:10px 12px;border-radius:12px;background:var(--warn);color:var(--warn-ink);font-weight:600}
.code{font-size:1.75rem;font-weight:700;letter-spacing:.06em;text-align:center;margin:8px 0 20px}
@media(forced-colors:active){header,main,.where{border:1px solid}}
`.trim();

const ICON =
  '<svg viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="11" fill="#f6c453"/><path d="M9 11.5A3.5 3.5 0 0 1 12.5 8h15a3.5 3.5 0 0 1 3.5 3.5v11a3.5 3.5 0 0 1-3.5 3.5H20l-6.5 6v-6h-1A3.5 3.5 0 0 1 9 22.5z" fill="#0b4f4a"/></svg>';

export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
};

export type Frame = {
  lang: string;
  owner?: { name: string; official: string };
  back?: { link: string; title: string };
};

export function framePage({ lang, owner }: Frame, title: string, body: string): string {
  const name = owner ? ` · ${escapeHtml(owner.name)}` : "";
  const head = owner
    ? `<header>${ICON}<div><b>${escapeHtml(owner.name)}</b><span>${escapeHtml(owner.official)}</span></div></header>`
    : "";
  return `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}${name}</title><style>${STYLE}</style></head><body>${head}<main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}

export const backButton = ({ back }: Frame): string =>
  back ? `<p><a class="button" href="${escapeHtml(back.link)}">${escapeHtml(back.title)}</a></p>` : "";
