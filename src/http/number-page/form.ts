import { createHash } from "node:crypto";
import { escapeHtml } from "../../html.ts";

/** Large enough for a thumb and for old eyes, with no script, picture or font to fetch. */
const STYLE = `
:root{color-scheme:light dark;--ink:#14212b;--paper:#fff;--line:#5b6b78;--brand:#0b5cad;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#f1f4f6;--paper:#12181d;--line:#9fb0bd;--brand:#7db8f5;--bad:#ff8a80}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,sans-serif}
main{max-width:30rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
label{display:block;font-weight:600;margin-top:1.5rem}
.help{margin:.125rem 0 .5rem;font-size:1rem}
input{width:100%;min-height:3.25rem;padding:.5rem .75rem;font:inherit;font-size:1.35rem;letter-spacing:.06em;color:inherit;background:transparent;border:2px solid var(--line);border-radius:.5rem}
input[aria-invalid]{border-color:var(--bad)}
input:focus-visible,button:focus-visible,.button:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.wrong{color:var(--bad);font-weight:600;margin:.5rem 0}
button,.button{display:block;width:100%;min-height:3.25rem;margin-top:2rem;padding:.75rem;font:inherit;font-weight:700;text-align:center;text-decoration:none;color:var(--paper);background:var(--brand);border:0;border-radius:.5rem}
.where{border-left:4px solid var(--brand);padding-left:.75rem;font-weight:600}
.code{font-size:1.75rem;font-weight:700;letter-spacing:.06em;text-align:center;margin:.5rem 0 1.5rem}
`.trim();

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

export type Field = { name: string; label: string; help: string; value: string; wrong?: string; required: boolean };
type Form = { title: string; intro: string; where: string; alert?: string; fields: Field[]; send: string };

/**
 * Returns the page with its form. What was typed stays. Each error is shown once, beside its field, and the cursor goes
 * to the first wrong field. `alert` is about the whole form.
 */
export function formPage(lang: string, { title, intro, where, alert, fields, send }: Form): string {
  const first = fields.find(({ wrong }) => wrong !== undefined);
  const inputs = fields.map((field) => fieldHtml(field, field === first)).join("");
  const told = alert ? `<p class="wrong" role="alert">${escapeHtml(alert)}</p>` : "";
  const form = `<form method="post" novalidate>${inputs}<button>${escapeHtml(send)}</button></form>`;
  return page(lang, title, `<p>${escapeHtml(intro)}</p><p class="where">${escapeHtml(where)}</p>${told}${form}`);
}

function fieldHtml({ name, label, help, value, wrong, required }: Field, isFirstWrong: boolean): string {
  const described = `${name}-help${wrong ? ` ${name}-wrong` : ""}`;
  const state = `${required ? " required" : ""}${wrong ? ' aria-invalid="true"' : ""}${isFirstWrong ? " autofocus" : ""}`;
  return [
    `<label for="${name}">${escapeHtml(label)}</label><p class="help" id="${name}-help">${escapeHtml(help)}</p>`,
    wrong ? `<p class="wrong" id="${name}-wrong">${escapeHtml(wrong)}</p>` : "",
    `<input id="${name}" name="${name}" inputmode="numeric" autocomplete="off" autocorrect="off" spellcheck="false" maxlength="40" aria-describedby="${described}" value="${escapeHtml(value)}"${state}>`,
  ].join("");
}

type Code = {
  title: string;
  text: string;
  back?: { link: string; title: string };
  typed?: string;
  code: string;
  secret: string;
};

/**
 * Returns the page that leads back to the chat: a button if the chat's address is known, and the code to type there.
 */
export function codePage(lang: string, { title, text, back, typed, code, secret }: Code): string {
  const button = back ? `<p><a class="button" href="${escapeHtml(back.link)}">${escapeHtml(back.title)}</a></p>` : "";
  const words = typed ? `<p>${escapeHtml(typed)}</p>` : "";
  const shown = `<p class="code">${escapeHtml(code)}</p><p>${escapeHtml(secret)}</p>`;
  return page(lang, title, `<p>${escapeHtml(text)}</p>${button}${words}${shown}`);
}

/** A page that says one thing. */
export const messagePage = (lang: string, title: string, text: string): string =>
  page(lang, title, `<p>${escapeHtml(text)}</p>`);

const page = (lang: string, title: string, body: string): string =>
  `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
