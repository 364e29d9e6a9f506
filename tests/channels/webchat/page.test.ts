import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webchat } from "../../../src/channels/webchat/index.ts";
import { openPage } from "../../../src/channels/webchat/page.ts";
import { openTranslator } from "../../../src/i18n.ts";
import { openRouteServer, type RouteServer } from "../../support/route-server.ts";
import { openBrowser } from "./browser.ts";
import { openChatService, openWebchat } from "./chat-service.ts";

const PAGE = new URL("../../../src/channels/webchat/page/", import.meta.url);
const SCRIPTS = readdirSync(PAGE).filter((file) => file.endsWith(".js"));

let server: RouteServer;
const service = openChatService();
const opened = openWebchat(service);
beforeAll(async () => {
  server = await openRouteServer(opened.routes);
});
afterAll(async () => {
  await opened.close();
  await server.close();
});

const pageOf = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe("the page", () => {
  it("allows only its own files", async () => {
    const { status, headers } = await pageOf("/chat/lamongan");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("private, no-cache");
  });

  it("has no inline script or style, and names the district", async () => {
    const { text } = await pageOf("/chat/lamongan");
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|\{\{/);
    expect(text).toContain("<h1>Kabupaten Lamongan</h1>");
    expect(text).toContain('data-district="lamongan"');
  });

  it("shows markup in a district's name as text", async () => {
    const odd = webchat.open([{ district: "x", settings: { WEBCHAT: "on" } }], {
      ...service,
      districtName: () => `<b>"Kab" & 'Kota'</b>`,
    });
    const other = await openRouteServer(odd.routes);
    const text = await (await fetch(`${other.url}/chat/x`)).text();
    await other.close();
    expect(text).toContain("<h1>&lt;b&gt;&quot;Kab&quot; &amp; &#39;Kota&#39;&lt;/b&gt;</h1>");
  });

  it.each([
    { label: "another district", path: "/chat/jombang" },
    { label: "markup as a district", path: "/chat/%3Cscript%3E" },
    { label: "the name of a property of every object", path: "/chat/constructor" },
  ])("is not found for $label", async ({ path }) => {
    const { status, text } = await pageOf(path);
    expect(status).toBe(404);
    expect(text).toContain("Halaman ini tidak ada");
    expect(text).not.toContain("script");
  });

  it("has no account when it is switched off", () => {
    const off = webchat.open([{ district: "lamongan", settings: { WEBCHAT: "off" } }], service);
    expect(off.accounts).toEqual([]);
  });

  it("is on without a setting", () => {
    expect(webchat.settings.parse({})).toEqual({ WEBCHAT: "on" });
  });
});

describe("the cookie", () => {
  const cookieOf = async (headers: Record<string, string> = {}) =>
    (await pageOf("/chat/lamongan", headers)).headers.get("set-cookie") ?? "";

  it("is 256 random bits that no script and no other site can use", async () => {
    const [one, two] = [await cookieOf(), await cookieOf()];
    expect(one).toMatch(/^sapa_chat=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(one).not.toBe(two);
  });

  it("is bound to this host over https", async () => {
    const secure = openWebchat(openChatService({ publicUrl: "https://chat.example" }));
    const other = await openRouteServer(secure.routes);
    const response = await fetch(`${other.url}/chat/lamongan`);
    await other.close();
    expect(response.headers.get("set-cookie")).toMatch(
      /^__Host-sapa_chat=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  it("is kept for another 30 days when the page is opened again", async () => {
    const [cookie = ""] = (await cookieOf()).split(";");
    expect(await cookieOf({ cookie: `a=b; ${cookie}; c=d` })).toContain(`${cookie}; Max-Age=2592000`);
  });

  it.each(["sapa_chat=", "sapa_chat=short", `sapa_chat=${"a".repeat(44)}`, `sapa_chat=${"'".repeat(43)}`])(
    "is replaced if it is malformed: %s",
    async (cookie) => {
      expect(await cookieOf({ cookie })).not.toContain(`${cookie};`);
    },
  );

  it("is replaced when the citizen leaves the chat", async () => {
    const browser = await openBrowser(server.url);
    await browser.say("halo");
    const response = await browser.post("/webchat/lamongan/leave", {});
    const now = response.headers.get("set-cookie")?.split(";")[0];
    expect(now).toMatch(/^sapa_chat=[A-Za-z0-9_-]{43}$/);
    expect(now).not.toBe(browser.cookie);
  });
});

it("no other site can make a browser leave its chat", async () => {
  const browser = await openBrowser(server.url);
  const response = await browser.post("/webchat/lamongan/leave", {}, { origin: "https://elsewhere.example" });
  expect(response.status).toBe(403);
  expect(response.headers.get("set-cookie")).toBeNull();
});

describe("the page's files", () => {
  const linked = async () => {
    const { text } = await pageOf("/chat/lamongan");
    return [...new Set([...text.matchAll(/(?:href|src)="\.\.(\/webchat\/[^"]+)"/g)].map(([, path]) => path ?? ""))];
  };

  it("may be cached for a year with their hash, and are checked again without it", async () => {
    const paths = await linked();
    expect(paths).toHaveLength(3);
    for (const path of paths) {
      const { status, headers } = await pageOf(path);
      expect(status).toBe(200);
      expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      const etag = headers.get("etag") ?? "";
      const again = await pageOf(path.replace(/\?.*/, ""), { "if-none-match": `"other", W/${etag}` });
      expect(again.status).toBe(304);
      expect(again.headers.get("cache-control")).toBe("no-cache");
    }
  });

  it("hold all scripts in one valid script", async () => {
    const [path = ""] = (await linked()).filter((one) => one.includes("app.js"));
    const { text } = await pageOf(path);
    expect(text).not.toMatch(/^(?:import|export)\b/m);
    expect(() => new Script(`"use strict"; {${text}}`), "no two names are the same, as in a module").not.toThrow();
  });

  it("include a script for pages without a connection, which lists the page's files and is not cached", async () => {
    const { status, headers, text } = await pageOf("/chat/offline.js");
    expect([status, headers.get("cache-control")]).toEqual([200, "no-cache"]);
    const [, files = "[]"] = /const FILES = (\[.*\]);/.exec(text) ?? [];
    expect(
      JSON.parse(files)
        .map((file: string) => file.replace("..", ""))
        .sort(),
    ).toEqual((await linked()).sort());
    expect(text).not.toMatch(/history|messages|events/);
  });

  const travelling = async (path: string, encoding: string): Promise<number> => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const asking = get(`${server.url}${path}`, { headers: { "accept-encoding": encoding } }, async (answer) => {
      let bytes = 0;
      for await (const chunk of answer) bytes += chunk.length;
      resolve(bytes);
    });
    asking.on("error", reject);
    return promise;
  };

  it.each([
    { label: "Brotli, as over https", encoding: "gzip, deflate, br", most: 12_500 },
    { label: "gzip", encoding: "gzip, deflate", most: 14_500 },
  ])("need under $most bytes for the first load in $label", async ({ encoding, most }) => {
    const paths = ["/chat/lamongan", ...(await linked())];
    const sizes = await Promise.all(paths.map((path) => travelling(path, encoding)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(most);
  });

  it("need under 4,000 bytes before the first paint", async () => {
    const style = (await linked()).find((path) => path.includes("app.css")) ?? "";
    const sizes = await Promise.all(["/chat/lamongan", style].map((path) => travelling(path, "gzip")));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000);
  });

  it.each([
    { label: "nothing", accepted: undefined, encoding: null },
    { label: "gzip", accepted: "gzip", encoding: "gzip" },
    { label: "both", accepted: "gzip, deflate, br;q=1.0", encoding: "br" },
    { label: "Brotli refused", accepted: "br;q=0, gzip", encoding: "gzip" },
    { label: "all refused", accepted: "gzip;q=0.0, br; q=0", encoding: null },
    { label: "nonsense", accepted: ",;q=,constructor", encoding: null },
  ])("have an encoding that the browser accepts: $label", async ({ accepted = "identity", encoding }) => {
    for (const path of ["/chat/lamongan", "/chat/nowhere", ...(await linked())]) {
      const { headers, text } = await pageOf(path, { "accept-encoding": accepted });
      expect(headers.get("content-encoding")).toBe(encoding);
      expect(headers.get("vary")).toBe("accept-encoding");
      expect(text).toBe((await pageOf(path, { "accept-encoding": "identity" })).text);
    }
  });

  it("have another etag for each encoding", async () => {
    const [path = ""] = await linked();
    const tags = ["identity", "gzip", "br"].map(async (encoding) =>
      (await pageOf(path, { "accept-encoding": encoding })).headers.get("etag"),
    );
    expect(new Set(await Promise.all(tags)).size).toBe(3);
  });

  it("are compressed, but a chat's history is not", async () => {
    const browser = await openBrowser(server.url);
    await browser.say("halo");
    const history = await fetch(`${server.url}/webchat/lamongan/history`, {
      headers: { cookie: browser.cookie, "accept-encoding": "gzip, br" },
    });
    expect([history.status, history.headers.get("content-encoding")]).toEqual([200, null]);
  });

  it.each([
    { label: "optional chaining", pattern: /\?\.[a-z[(]/i },
    { label: "nullish coalescing", pattern: /\?\?/ },
    { label: "object spread", pattern: /\{ ?\.\.\./ },
    { label: "catch without a name", pattern: /catch \{/ },
    { label: "named groups and lookbehind", pattern: /\(\?</ },
    {
      label: "methods of later years",
      pattern: /\.(?:at|flat|flatMap|replaceAll|replaceChildren|matchAll|fromEntries|allSettled|toSorted)\(/,
    },
    { label: "fields and private names of classes", pattern: /\bclass\b|#\w+\s*=/ },
  ])("run on a phone of 2018: no $label", ({ pattern }) => {
    for (const script of SCRIPTS) expect(readFileSync(new URL(script, PAGE), "utf8")).not.toMatch(pattern);
  });

  it.each([
    { label: "gaps between flex items", pattern: /\bgap:/ },
    { label: "comparison functions", pattern: /\b(?:min|max|clamp)\(/ },
    { label: "new selectors", pattern: /:(?:is|where|has)\(/ },
    { label: "new units", pattern: /\d(?:dvh|svh|lvh|cqw)\b/ },
  ])("have a style for a phone of 2018: no $label", ({ pattern }) => {
    expect(readFileSync(new URL("app.css", PAGE), "utf8")).not.toMatch(pattern);
  });

  it("hold the texts of each language that has a folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "locales-"));
    for (const [locale, send] of [
      ["id", "Kirim"],
      ["xx", "Zend"],
    ] as const) {
      mkdirSync(join(folder, locale));
      writeFileSync(join(folder, locale, "webchat.json"), JSON.stringify({ send }));
    }
    mkdirSync(join(folder, "yy"));
    const script = openPage((await openTranslator(folder)).pageTexts("webchat")).routes.find(({ path }) =>
      path.endsWith("/app.js"),
    );
    const answer = await script?.handle({
      method: "GET",
      path: "",
      headers: {},
      query: {},
      body: Buffer.alloc(0),
    } as never);
    const source = String(answer?.body).split("const spoken")[0] ?? "";
    const [, texts = ""] = /const TEXTS = (.*);/.exec(source) ?? [];
    expect(JSON.parse(texts)).toEqual({ id: { send: "Kirim" }, xx: { send: "Zend" } });
    rmSync(folder, { recursive: true });
  });

  it("fetch nothing from another host", async () => {
    for (const path of ["/chat/lamongan", ...(await linked())]) {
      const { text } = await pageOf(path);
      expect(text.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(
        /(?:src|href|url|import|fetch)[("'=\s]+(?:https?:)?\/\//,
      );
    }
  });
});
