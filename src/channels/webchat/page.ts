import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../html.ts";
import type { Route, RouteRequest, RouteResponse } from "../channel.ts";
import { fixedAnswer, openFixedText } from "./fixed-answer.ts";

const FOLDER = join(import.meta.dirname, "page");
const YEAR = 31_536_000;

const SCRIPT = "text/javascript; charset=utf-8";
/** One file compresses better than many. */
const SCRIPTS = [
  "texts.js",
  "server.js",
  "phones.js",
  "elements.js",
  "kept.js",
  "words.js",
  "sending.js",
  "chat.js",
  "keys.js",
  "view.js",
  "app.js",
];
const ASSETS: Record<string, { type: string; files: string[] }> = {
  "icon.svg": { type: "image/svg+xml", files: ["icon.svg"] },
  "app.css": { type: "text/css; charset=utf-8", files: ["app.css"] },
  "app.js": { type: SCRIPT, files: SCRIPTS },
};

const policyFor = (framedBy: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    ["frame-ancestors 'self'", ...framedBy].join(" "),
  ].join("; ");

export const SAFE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

/** Removes indentation and comment lines, because a cheap phone should not download them. */
const stripSource = (source: string): string =>
  source.replace(/^\s*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/)$/gm, "").replace(/^\s+/gm, "");
const readPageFile = (name: string): string => stripSource(readFileSync(join(FOLDER, name), "utf8"));

/** Each script must stand after the scripts that it imports. No two scripts may declare the same top-level name. */
const joinFiles = (names: readonly string[]): string =>
  names
    .map((name) =>
      readPageFile(name)
        .replace(/^import .*\n/gm, "")
        .replace(/^export (?=const|function|async)/gm, ""),
    )
    .join("");

const TEXTS_HERE = /(?<=const TEXTS = )[^;]*/;

export type Page = {
  routes: Route[];
  html(district: string, name: string): string;
  missing: string;
  choice(districts: { id: string; name: string }[]): string;
  answer(
    request: Pick<RouteRequest, "headers">,
    html: string,
    more?: { status?: number; framedBy?: readonly string[] | undefined; cookie?: string },
  ): RouteResponse;
};

export function openPage(spoken: Record<string, unknown>): Page {
  const texts = JSON.stringify(spoken);
  const hashes: Record<string, string> = {};
  const routes = Object.entries(ASSETS).map(([file, { type, files }]): Route => {
    const content = joinFiles(files).replace(TEXTS_HERE, () => texts);
    const hash = createHash("sha256").update(content).digest("base64url").slice(0, 16);
    hashes[file] = hash;
    const forms = openFixedText(content);
    const handle = (request: RouteRequest) =>
      fixedAnswer(request, forms, { headers: assetHeaders(request, type, hash), hash });
    return { method: "GET", path: `/webchat/${file}`, handle };
  });
  routes.push(offlineRoute(hashes));
  const links = Object.fromEntries(
    Object.entries(hashes).map(([file, hash]) => [file, `../webchat/${file}?v=${hash}`]),
  );
  const fromRoot = Object.fromEntries(Object.entries(links).map(([file, link]) => [file, link.slice("../".length)]));
  const template = readPageFile("index.html");
  const formsOf = new Map<string, ReturnType<typeof openFixedText>>();
  function formsOnce(html: string) {
    const forms = formsOf.get(html) ?? openFixedText(html);
    formsOf.set(html, forms);
    return forms;
  }
  return {
    routes,
    html: (district, name) => fillGaps(template, { ...links, district, name }),
    missing: fillGaps(readPageFile("missing.html"), links),
    choice: (districts) => choicePage(districts, fromRoot),
    answer: (request, html, { status = 200, framedBy = [], cookie } = {}) => {
      const headers = {
        ...SAFE,
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policyFor(framedBy),
        "cache-control": "private, no-cache",
        ...(cookie === undefined ? {} : { "set-cookie": cookie }),
      };
      return fixedAnswer(request, formsOnce(html), { status, headers });
    },
  };
}

/** The path is below `/chat/`, because a service worker serves only its own folder. */
function offlineRoute(hashes: Record<string, string>): Route {
  const files = Object.entries(hashes).map(([file, hash]) => `../webchat/${file}?v=${hash}`);
  const hash = createHash("sha256").update(files.join()).digest("base64url").slice(0, 16);
  const forms = openFixedText(
    readPageFile("offline.js")
      .replace("VERSION", hash)
      .replace('["ASSETS"]', () => JSON.stringify(files)),
  );
  const headers = { ...SAFE, "content-type": SCRIPT, "cache-control": "no-cache" };
  const handle = (request: RouteRequest) => fixedAnswer(request, forms, { headers });
  return { method: "GET", path: "/chat/offline.js", handle };
}

function choicePage(districts: { id: string; name: string }[], links: Record<string, string>): string {
  const [before = "", after = ""] = readPageFile("choice.html").split("{{districts}}");
  const item = ({ id, name }: { id: string; name: string }) => fillGaps(ITEM, { id, name });
  return fillGaps(before, links) + districts.map(item).join("") + fillGaps(after, links);
}

const ITEM = '<li><a href="chat/{{id}}">{{name}}</a></li>';

const fillGaps = (template: string, gaps: Record<string, string>): string =>
  template.replace(/\{\{([\w.]+)\}\}/g, (_, key: string) => escapeHtml(gaps[key] ?? ""));

const assetHeaders = ({ query }: RouteRequest, type: string, hash: string): Record<string, string> => ({
  ...SAFE,
  "content-type": type,
  "cache-control": query.v === hash ? `public, max-age=${YEAR}, immutable` : "no-cache",
});
