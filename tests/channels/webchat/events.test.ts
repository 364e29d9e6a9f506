import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AppError } from "../../../src/vocabulary/errors.ts";
import type { Contact } from "../../../src/vocabulary/message.ts";
import { openRouteServer, type RouteServer } from "../../support/route-server.ts";
import { type Browser, openBrowser, textsOf } from "./browser.ts";
import { type ChatService, openChatService, openWebchat } from "./chat-service.ts";

let service: ChatService;
let opened: ReturnType<typeof openWebchat>;
let server: RouteServer;
beforeEach(async () => {
  service = openChatService({
    answer: (content) => ({ text: `jawaban ${"text" in content ? content.text : ""}`, choices: [] }),
  });
  opened = openWebchat(service);
  server = await openRouteServer(opened.routes);
});
afterEach(async () => {
  await opened.close();
  await server.close();
});

const contactOf = ({ cookie }: Browser): Contact => ({
  channel: "webchat",
  account: "lamongan",
  address: cookie.slice("sapa_chat=".length),
});
const say = (browser: Browser, text: string) => service.say(contactOf(browser), { text, choices: [] });

it("a stream sends earlier lines, then new lines, with headers that stop a proxy from buffering", async () => {
  const browser = await openBrowser(server.url);
  await browser.say("satu");
  const stream = await browser.follow();
  expect(stream.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(stream.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(stream.headers.get("x-accel-buffering")).toBe("no");
  await stream.until(() => textsOf(stream).length === 2);
  await browser.say("dua");
  await stream.until(() => textsOf(stream).length === 4);
  expect(textsOf(stream)).toEqual(["satu", "jawaban satu", "dua", "jawaban dua"]);
  stream.close();
});

it("a stream of an empty chat begins with a beat", async () => {
  const stream = await (await openBrowser(server.url)).follow();
  await stream.until(() => stream.heard.length > 0);
  expect(stream.heard).toEqual([{ event: "beat", id: undefined, entries: [] }]);
  stream.close();
});

it("a stream begins with the last fifty lines", async () => {
  const browser = await openBrowser(server.url);
  for (let line = 1; line <= 60; line += 1) say(browser, String(line));
  const stream = await browser.follow();
  await stream.until(() => stream.heard.length > 0);
  expect(textsOf(stream)).toEqual(Array.from({ length: 50 }, (_, index) => String(index + 11)));
  stream.close();
});

it.each([
  {
    label: "with the cursor in the browser's header",
    resume: (id: string) => ({ headers: { "last-event-id": id }, query: "" }),
  },
  { label: "with the cursor in the URL", resume: (id: string) => ({ headers: {}, query: `?cursor=${id}` }) },
])("a stream continues after the last stream, $label", async ({ resume }) => {
  const browser = await openBrowser(server.url);
  for (let line = 1; line <= 55; line += 1) say(browser, String(line));
  const first = await browser.follow();
  await first.until(() => first.heard.length > 0);
  first.close();
  say(browser, "56");
  say(browser, "57");
  const { headers, query } = resume(first.heard.at(-1)?.id ?? "");
  const second = await browser.follow(headers, query);
  await second.until(() => second.heard.length > 0);
  expect(textsOf(second)).toEqual(["56", "57"]);
  second.close();
});

it("a stream sends all lines to a page with an unknown cursor", async () => {
  const browser = await openBrowser(server.url);
  say(browser, "satu");
  const stream = await browser.follow({ "last-event-id": "elsewhere" });
  await stream.until(() => stream.heard.length > 0);
  expect(textsOf(stream)).toEqual(["satu"]);
  stream.close();
});

it("every tab gets the lines, also after another tab was closed", async () => {
  const browser = await openBrowser(server.url);
  const [one, two] = [await browser.follow(), await browser.follow()];
  await browser.say("halo");
  for (const stream of [one, two]) await stream.until(() => textsOf(stream).length === 2);
  one.close();
  await vi.waitFor(() => expect(service.watchers()).toBe(1));
  say(browser, "lagi");
  await two.until(() => textsOf(two).length === 3);
  expect(textsOf(two)).toEqual(["halo", "jawaban halo", "lagi"]);
  two.close();
  await vi.waitFor(() => expect(service.watchers()).toBe(0));
});

it("a stream sends no lines of another chat", async () => {
  const [one, two] = [await openBrowser(server.url), await openBrowser(server.url)];
  const stream = await two.follow();
  await one.say("rahasia");
  await two.say("halo");
  await stream.until(() => textsOf(stream).length === 2);
  expect(textsOf(stream)).toEqual(["halo", "jawaban halo"]);
  stream.close();
});

it("a browser gets five streams, and the sixth request is told to try again later", async () => {
  const browser = await openBrowser(server.url);
  const streams = await Promise.all(Array.from({ length: 5 }, () => browser.follow()));
  const sixth = await browser.follow();
  expect(sixth.status).toBe(429);
  expect(sixth.headers.get("retry-after")).toBe("30");
  streams[0]?.close();
  await vi.waitFor(() => expect(service.watchers()).toBe(4));
  const again = await browser.follow();
  expect(again.status).toBe(200);
  for (const stream of [...streams, again]) stream.close();
});

it("a browser without a session is refused and gets a session", async () => {
  const browser = await openBrowser(server.url);
  browser.cookie = "";
  const stream = await browser.follow();
  expect(stream.status).toBe(401);
  expect(stream.headers.get("set-cookie")).toMatch(/^sapa_chat=/);
});

it("a stream ends if the history cannot be read", async () => {
  const browser = await openBrowser(server.url);
  const stream = await browser.follow();
  await stream.until(() => stream.heard.length > 0);
  service.away = new AppError("STORE_UNAVAILABLE", "away");
  say(browser, "halo");
  await expect(stream.until(() => false)).rejects.toThrow("ended");
  expect((await browser.get("/webchat/lamongan/history")).status).toBe(503);
});

it("a stream ends with the service", async () => {
  const stream = await (await openBrowser(server.url)).follow();
  await opened.close();
  await expect(stream.until(() => false)).rejects.toThrow("ended");
  await wait(0);
  expect(service.watchers()).toBe(0);
});
