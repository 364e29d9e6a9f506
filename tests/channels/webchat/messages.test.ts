import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../src/vocabulary/errors.ts";
import { anyCharacter } from "../../support/any-character.ts";
import { openRouteServer, type RouteServer } from "../../support/route-server.ts";
import { channelCases } from "../cases.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { type ChatService, openChatService, openWebchat } from "./chat-service.ts";

const PATH = "/webchat/lamongan/messages";

let service: ChatService;
let opened: ReturnType<typeof openWebchat>;
let server: RouteServer;
beforeEach(async () => {
  service = openChatService();
  opened = openWebchat(service);
  server = await openRouteServer(opened.routes);
});
afterEach(async () => {
  await opened.close();
  await server.close();
});

const STATUS: Record<string, number> = { UNAUTHORIZED: 401, FORBIDDEN: 403 };
const bodies = channelCases("webchat").inbound.map(({ label, body, headers = {}, events = [], error }) => {
  const { cookie: _, ...sent } = headers;
  const reason = events.map((event) => ("reason" in event ? event.reason : "")).join("");
  const unreadable = reason.startsWith("more than") ? 413 : 400;
  return { label, body, sent, cookie: "cookie" in headers, status: STATUS[error ?? ""] ?? (reason ? unreadable : 200) };
});

it.each(bodies)("$label: $status", async ({ body, sent, cookie, status }) => {
  const browser = await openBrowser(server.url);
  if (cookie) browser.cookie = "sapa_chat=short";
  const response = await browser.post(PATH, body, sent);
  expect(response.status).toBe(status);
  expect(response.headers.get("cache-control")).toBe(status === 200 || status === 401 ? "no-store" : null);
  expect(service.received).toHaveLength(status === 200 ? 1 : 0);
});

it("a message that is sent three times is kept once", async () => {
  const browser = await openBrowser(server.url);
  const id = randomUUID();
  for (let time = 0; time < 3; time += 1) expect(await (await browser.say("halo", id)).json()).toEqual({ id });
  const { entries } = (await (await browser.get("/webchat/lamongan/history")).json()) as { entries: { id: string }[] };
  expect(entries.filter((entry) => entry.id === id)).toHaveLength(1);
});

it("a browser without a session gets a session, and its refused message is not kept", async () => {
  const browser = await openBrowser(server.url);
  browser.cookie = "";
  const refused = await browser.say("halo");
  expect(refused.status).toBe(401);
  expect(await refused.json()).toEqual({ code: "UNAUTHORIZED" });
  expect(service.received).toEqual([]);
  browser.cookie = refused.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect((await browser.say("halo")).status).toBe(200);
});

it("a browser does not see another browser's chat", async () => {
  const [one, two] = [await openBrowser(server.url), await openBrowser(server.url)];
  await one.say("rahasia");
  const history = await two.get("/webchat/lamongan/history");
  expect(history.headers.get("cache-control")).toBe("no-store");
  expect(await history.json()).toMatchObject({ entries: [] });
});

it.each([
  { label: "the public address", origin: "http://127.0.0.1", status: 200 },
  { label: "the requested host with another scheme", origin: "own", status: 200 },
  { label: "another port", origin: "http://127.0.0.1:1", status: 403 },
  { label: "a host that begins like ours", origin: "http://127.0.0.1.evil.example", status: 403 },
  { label: "an origin that is no URL", origin: "nonsense", status: 403 },
])("a message from $label: $status", async ({ origin, status }) => {
  const browser = await openBrowser(server.url);
  const own = origin === "own" ? server.url.replace("http:", "https:") : origin;
  const response = await browser.post(PATH, { id: randomUUID(), text: "halo" }, { origin: own });
  expect(response.status).toBe(status);
});

it("a message is refused with 503 while the service is away", async () => {
  const browser = await openBrowser(server.url);
  service.away = new AppError("SPOOL_UNAVAILABLE", "full");
  expect((await browser.say("halo")).status).toBe(503);
  service.away = undefined;
  expect((await browser.say("halo")).status).toBe(200);
});

describe("limits", () => {
  it.each([
    { label: "writes too much", call: (browser: Browser) => browser.say("halo") },
    { label: "reads too often", call: (browser: Browser) => browser.get("/webchat/lamongan/history") },
  ])("tell a browser that $label when to try again, and do not stop other browsers", async ({ call }) => {
    const browser = await openBrowser(server.url);
    let response = await call(browser);
    for (let time = 0; time < 1_000 && response.status === 200; time += 1) response = await call(browser);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toEqual({ code: "TOO_MANY" });
    expect((await call(await openBrowser(server.url))).status).toBe(200);
  });

  it("count all browsers of one address", async () => {
    let status = 200;
    for (let browser = 0; browser < 100 && status === 200; browser += 1) {
      const another = await openBrowser(server.url, "203.0.113.7");
      for (let time = 0; time < 15 && status === 200; time += 1) status = (await another.say("halo")).status;
    }
    expect(status).toBe(429);
    const elsewhere = await openBrowser(server.url, "203.0.113.8");
    expect((await elsewhere.say("halo")).status).toBe(200);
  });
});

describe("hostile input", () => {
  it.each([
    { label: "2 MB of text", body: JSON.stringify({ id: randomUUID(), text: "a".repeat(2_000_000) }), status: 413 },
    { label: "5 MB", body: "a".repeat(5_000_000), status: 413 },
    { label: "deep JSON", body: `{"id":${"[".repeat(8_000)}${"]".repeat(8_000)}}`, status: 400 },
    { label: "a poisoned prototype", body: `{"__proto__":{"id":"${randomUUID()}","text":"x"}}`, status: 400 },
    { label: "nothing", body: "", status: 400 },
  ])("$label: $status, and the next message is served", async ({ body, status }) => {
    const browser = await openBrowser(server.url);
    expect((await browser.post(PATH, body)).status).toBe(status);
    expect((await browser.say("halo")).status).toBe(200);
  });

  it("any bytes become a message, an unreadable event or a refusal with a code", () => {
    const cookie = `sapa_chat=${randomBytes(32).toString("base64url")}`;
    const headers = { "content-type": "application/json", cookie };
    const texts = fc.record({ id: fc.uuid(), text: fc.string({ unit: anyCharacter, maxLength: 4_000 }) });
    const anything = fc.oneof(texts, fc.object(), fc.jsonValue());
    const bytes = fc.oneof(
      anything.map((value) => Buffer.from(JSON.stringify(value) ?? "")),
      fc.uint8Array().map(Buffer.from),
    );
    fc.assert(
      fc.property(bytes, (body) => {
        const request = { params: { district: "lamongan" }, query: {}, headers, body, ip: "127.0.0.1" };
        const [event] = opened.parse(request);
        expect(["message", "unreadable"]).toContain(event?.type);
        if (event?.type !== "message" || event.message.content.type !== "text") return;
        expect(event.message.content.text).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
        expect(event.message.content.text.isWellFormed()).toBe(true);
      }),
    );
  });
});
