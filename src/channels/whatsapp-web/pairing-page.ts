import { z } from "zod";
import { escapeHtml } from "../../html.ts";

const Texts = z.record(z.string(), z.object({ title: z.string(), how: z.string() }));

const OTHERWISE = "id";

export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  refresh: "10",
};

export function openPairingPage(spoken: Record<string, unknown>): (svg: string, languages?: string) => string {
  const texts = new Map(Object.entries(Texts.parse(spoken)));
  return (svg, languages = "") => {
    const wanted = languages.split(",").map((one) => one.trim().slice(0, 2).toLowerCase());
    const lang = wanted.find((one) => texts.has(one)) ?? OTHERWISE;
    const { title = "", how = "" } = texts.get(lang) ?? {};
    return `<!doctype html><html lang="${escapeHtml(lang)}"><meta charset="utf-8"><title>WhatsApp</title><body style="margin:2rem;font:1.1rem system-ui"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(how)}</p>${svg}</body></html>`;
  };
}
