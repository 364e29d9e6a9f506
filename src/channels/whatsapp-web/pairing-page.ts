import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../html.ts";

/** What the page says: `locales/<language>/pairing.json`. */
type Texts = { title: string; how: string };

const LOCALES = join(import.meta.dirname, "../../../locales");
const OTHERWISE = "id";

export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  refresh: "10",
};

/** Opens the page that shows the code to scan; it speaks the first language that the browser asks for and that has texts. */
export function openPairingPage(locales: string = LOCALES): (svg: string, languages?: string) => string {
  const files = readdirSync(locales).map((locale) => [locale, join(locales, locale, "pairing.json")] as const);
  const texts = new Map(
    files.flatMap(([locale, file]) =>
      existsSync(file) ? [[locale, JSON.parse(readFileSync(file, "utf8")) as Texts] as const] : [],
    ),
  );
  return (svg, languages = "") => {
    const wanted = languages.split(",").map((one) => one.trim().slice(0, 2).toLowerCase());
    const lang = wanted.find((one) => texts.has(one)) ?? OTHERWISE;
    const { title = "", how = "" } = texts.get(lang) ?? {};
    return `<!doctype html><html lang="${escapeHtml(lang)}"><meta charset="utf-8"><title>WhatsApp</title><body style="margin:2rem;font:1.1rem system-ui"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(how)}</p>${svg}</body></html>`;
  };
}
