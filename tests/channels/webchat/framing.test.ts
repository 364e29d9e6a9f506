import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { webchat } from "../../../src/channels/webchat/index.ts";
import { AppError } from "../../../src/vocabulary/errors.ts";
import { BROWSER_ARGUMENTS, CHROMIUM } from "../../support/browser.ts";
import { openRouteServer, type RouteServer } from "../../support/route-server.ts";
import { openChatService } from "./chat-service.ts";

const runs = existsSync(CHROMIUM) || process.env.CI === "true";
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

type Given = { district: string; framedBy?: string; on?: boolean };

function openChannel(given: Given[], publicUrl: string, districtName?: (id: string) => string) {
  const service = { ...openChatService({ publicUrl }), ...(districtName ? { districtName } : {}) };
  const districts = given.map(({ district, framedBy, on = true }) => ({
    district,
    settings: webchat.settings.parse({
      WEBCHAT: on ? "on" : "off",
      ...(framedBy === undefined ? {} : { WEBCHAT_FRAMED_BY: framedBy }),
    }),
  }));
  return webchat.open(districts, service);
}

async function serve(given: Given[], publicUrl = "http://bansos.daerah.example", name?: (id: string) => string) {
  const channel = openChannel(given, publicUrl, name);
  const server = await openRouteServer(channel.routes);
  open.push(channel, server);
  return server;
}

describe("WEBCHAT_FRAMED_BY", () => {
  it.each([
    ["the agency's other name", "https://bansos.lamongankab.go.id", "https://dinsos.lamongankab.go.id"],
    ["the site itself", "https://bansos.lamongankab.go.id", "https://lamongankab.go.id"],
    [
      "two, another port",
      "https://b.pekalongankota.go.id",
      "https://www.pekalongankota.go.id, https://x.pekalongankota.go.id:8443",
    ],
    ["a name outside Indonesia", "https://bansos.daerah.example", "https://dinsos.daerah.example/"],
    ["an address", "http://10.0.0.5:3000", "http://10.0.0.5"],
  ])("accepts %s", async (_, publicUrl, framedBy) => {
    const server = await serve([{ district: "lamongan", framedBy }, { district: "jombang" }], publicUrl);
    const policy = async (id: string) =>
      (await fetch(`${server.url}/chat/${id}`)).headers.get("content-security-policy")?.split("; ").at(-1);
    const origins = framedBy.split(", ").map((one) => one.replace(/\/$/, ""));
    expect(await policy("lamongan")).toBe(`frame-ancestors 'self' ${origins.join(" ")}`);
    expect(await policy("jombang")).toBe("frame-ancestors 'self'");
  });

  it.each([
    ["another office's site", "https://bansos.lamongankab.go.id", "https://dinsos.jombangkab.go.id"],
    ["another site below a shared name", "https://bansos.co.id", "https://dinsos.co.id"],
    ["the same name without TLS", "https://bansos.lamongankab.go.id", "http://dinsos.lamongankab.go.id"],
    ["another IP address", "http://10.0.0.5", "http://10.0.0.6"],
  ])("refuses %s in one sentence", (_, publicUrl, framedBy) => {
    const start = () => openChannel([{ district: "lamongan", framedBy }], publicUrl);
    expect(start).toThrow(AppError);
    expect(start).toThrow(/^WEBCHAT_FRAMED_BY of lamongan: [^\n]+ has a button for it$/);
  });

  it.each([
    "dinsos.go.id",
    "https://dinsos.go.id/berita",
    "*",
    "https://*.go.id",
    "'self'",
    "https://a.go.id; script-src *",
  ])("refuses a value that is no origin: %s", (framedBy) => {
    expect(webchat.settings.safeParse({ WEBCHAT_FRAMED_BY: framedBy }).success).toBe(false);
  });
});

describe("the URL without a path", () => {
  const get = async ({ url }: RouteServer) => {
    const response = await fetch(`${url}/`, { redirect: "manual" });
    return { status: response.status, location: response.headers.get("location"), text: await response.text() };
  };

  it("leads to the chat of the only district", async () => {
    const server = await serve([{ district: "lamongan" }, { district: "jombang", on: false }]);
    expect(await get(server)).toMatchObject({ status: 302, location: "chat/lamongan" });
    expect((await fetch(`${server.url}/`)).status).toBe(200);
  });

  it("shows a choice of several districts, with markup in names as text", async () => {
    const server = await serve([{ district: "lamongan" }, { district: "kota-x" }], undefined, (id) => `<b>${id}`);
    const { status, text } = await get(server);
    expect(status).toBe(200);
    expect(text).toContain('<li><a href="chat/lamongan">&lt;b&gt;lamongan</a></li>');
    expect(text).toContain('<li><a href="chat/kota-x">&lt;b&gt;kota-x</a></li>');
    expect(text).not.toMatch(/\{\{|<script/);
    const style = /href="(webchat\/app\.css[^"]+)"/.exec(text)?.[1];
    expect((await fetch(`${server.url}/${style}`)).status).toBe(200);
  });

  it("is not found if no district has a page", async () => {
    expect(await get(await serve([{ district: "lamongan", on: false }]))).toMatchObject({ status: 404 });
  });
});

describe.runIf(runs)("in a browser", () => {
  it("a page of the same site shows the chat in a frame and keeps it; a page of another site shows no chat", async () => {
    let chat = "";
    const snippet = /<iframe[\s\S]+?<\/iframe>/.exec(readFileSync("docs/embedding.md", "utf8"))?.[0] ?? "";
    const html = () =>
      `<!doctype html><link rel="icon" href="data:,">${snippet.replace(/(?<=src=")[^"]+/, chat)}<p>Dinas</p>`;
    const site = await openRouteServer([
      {
        method: "GET",
        path: "/",
        handle: () => ({ status: 200, headers: { "content-type": "text/html" }, body: html() }),
      },
    ]);
    open.push(site);
    const own = `http://dinsos.daerah.example:${site.port}`;
    const { port } = await serve([{ district: "lamongan", framedBy: own }]);
    chat = `http://bansos.daerah.example:${port}/chat/lamongan`;
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [...BROWSER_ARGUMENTS, "--host-resolver-rules=MAP *.example 127.0.0.1"],
    });
    open.push(browser);
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on("console", (message) => troubles.push(message.text()));
    const frame = page.frameLocator("iframe");

    await page.goto(own);
    await frame.locator("#begin").click();
    await frame.locator("#words").fill("halo dari bingkai");
    await frame.locator("#form button").click();
    await frame.getByText("Anda menulis: halo dari bingkai").waitFor();
    await page.reload();
    await frame.getByText("Anda menulis: halo dari bingkai").waitFor();
    expect(troubles).toEqual([]);

    await page.goto(`http://lain.example:${site.port}`);
    await expect.poll(() => troubles.join()).toContain("frame-ancestors");
  });
});
