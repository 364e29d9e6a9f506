import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RawCall, rawCall } from "../support/raw-http.ts";
import { startService } from "../support/runtime.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";

const MIB = 1_024 * 1_024;
const TOKEN = "token-of-the-tests-0123456789";
const METRICS = "metrics-token-of-the-tests-1";
const SECRET = "stand-in-secret-1";
const APP_SECRET = "app-secret-of-the-stand-in";
const GATEWAY_SECRET = "gateway-secret-of-the-tests";

let telegram: Telegram;
let service: Awaited<ReturnType<typeof startService>>;
const calls: RawCall[] = [];

beforeAll(async () => {
  telegram = await startTelegram({ token: "1000:stand-in", secret: SECRET });
  service = await startService(
    {
      API_TOKEN: TOKEN,
      METRICS_TOKEN: METRICS,
      PUBLIC_URL: "https://bansos.example",
      TELEGRAM_BOT_TOKEN__LAMONGAN: "1000:stand-in",
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
      TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
      WHATSAPP_TOKEN__LAMONGAN: "token",
      WHATSAPP_APP_SECRET__LAMONGAN: APP_SECRET,
      WHATSAPP_VERIFY_TOKEN__LAMONGAN: "verify-token-1",
      WHATSAPP_PHONE_NUMBER_ID__LAMONGAN: "100200301",
      WHATSAPP_API_ROOT__LAMONGAN: telegram.url,
      WHATSAPP_WEB_GATEWAY__LAMONGAN: telegram.url,
      WHATSAPP_WEB_SECRET__LAMONGAN: GATEWAY_SECRET,
    },
    { sample: false },
  );
});
afterAll(async () => {
  await service.close();
  await telegram.close();
});
afterEach(() => {
  for (const call of calls.splice(0)) call.close();
});

const open = (head: readonly string[], body?: string | Buffer): RawCall => {
  const call = rawCall(service.url, head, body);
  calls.push(call);
  return call;
};
const cookie = () => `__Host-sapa_chat=${randomBytes(32).toString("base64url")}`;
const signed = (body: string) => `sha256=${createHmac("sha256", APP_SECRET).update(body).digest("hex")}`;

const WEB = ["POST /webchat/lamongan/messages HTTP/1.1", "Content-Type: application/json"];
const TELEGRAM = ["POST /webhooks/telegram/lamongan HTTP/1.1", "Content-Type: application/json"];
const WHATSAPP = ["POST /webhooks/whatsapp HTTP/1.1", "Content-Type: application/json"];
const GATEWAY = ["POST /webhooks/whatsapp-web/lamongan HTTP/1.1", "Content-Type: application/json"];
const API = ["POST /api/tickets HTTP/1.1", "Content-Type: application/json"];

describe("a body that is never finished", () => {
  const heads: [label: string, head: string[], length: number, status: number][] = [
    ["web chat without a cookie", WEB, 4 * MIB, 401],
    ["web chat from another site", [...WEB, `Cookie: ${cookie()}`, "Origin: https://evil.example"], 100, 403],
    ["web chat, more than a message", [...WEB, `Cookie: ${cookie()}`], 16_385, 413],
    ["telegram without a secret", TELEGRAM, 4 * MIB, 401],
    ["telegram with a wrong secret", [...TELEGRAM, "X-Telegram-Bot-Api-Secret-Token: wrong"], 100, 401],
    ["telegram, no such district", [TELEGRAM[0]?.replace("lamongan", "mars") ?? ""], 4 * MIB, 404],
    ["telegram, too large", [...TELEGRAM, `X-Telegram-Bot-Api-Secret-Token: ${SECRET}`], 256 * 1_024 + 1, 413],
    ["whatsapp without a signature", WHATSAPP, 4 * MIB, 401],
    ["whatsapp with half a signature", [...WHATSAPP, "X-Hub-Signature-256: sha256=abc"], 4 * MIB, 401],
    ["whatsapp, too large", [...WHATSAPP, `X-Hub-Signature-256: ${signed("")}`], 4 * MIB + 1, 413],
    ["the gateway without a signature", GATEWAY, 4 * MIB, 401],
    ["the gateway, too large", [...GATEWAY, `X-Sapa-Signature: ${"0".repeat(64)}`], MIB + 1, 413],
    ["the API without a token", API, 4 * MIB, 401],
    ["the API, too large", [...API, `Authorization: Bearer ${TOKEN}`], 65_537, 413],
    [
      "the number page, too large",
      ["POST /n/token HTTP/1.1", "Content-Type: application/x-www-form-urlencoded"],
      4_097,
      413,
    ],
  ];

  it.each(heads)("%s is refused before it is read", async (_, head, length, status) => {
    const call = open([...head, `Content-Length: ${length}`], "x");
    expect(await call.status).toBe(status);
    expect(call.answer().toLowerCase()).toContain("connection: close");
  });

  it("that comes byte by byte is refused at the route's limit", async () => {
    const call = open([...WEB, `Cookie: ${cookie()}`, "Transfer-Encoding: chunked"]);
    call.write("1\r\nx\r\n".repeat(16_385));
    expect(await call.status).toBe(413);
  });

  it("of one address takes one of 64 places; other addresses are served", async () => {
    const head = [...WHATSAPP, `X-Hub-Signature-256: ${signed("")}`, "Content-Length: 4000000"];
    const hanging = Array.from({ length: 64 }, () => open(head, "x"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const more = open(head, "x");
    expect(await more.status).toBe(503);
    expect(more.answer().toLowerCase()).toContain("retry-after: 5");
    const elsewhere = open(
      [...WHATSAPP, "X-Forwarded-For: 203.0.113.9", `X-Hub-Signature-256: ${signed("{}")}`, "Content-Length: 2"],
      "{}",
    );
    expect(await elsewhere.status).toBe(200);
    for (const call of hanging) call.close();
    await expect
      .poll(async () => {
        const call = open([...WHATSAPP, `X-Hub-Signature-256: ${signed("{}")}`, "Content-Length: 2"], "{}");
        return call.status;
      })
      .toBe(200);
  });
});

it("the process has a budget of bytes: above it, 503 with Retry-After, but small bodies still pass", async () => {
  const largest = Buffer.alloc(4 * MIB - 1, "x");
  const hanging = Array.from({ length: 12 }, (_, index) =>
    open(
      [
        ...WHATSAPP,
        `X-Forwarded-For: 203.0.113.${index}`,
        `X-Hub-Signature-256: ${signed("")}`,
        `Content-Length: ${4 * MIB}`,
      ],
      largest,
    ),
  );
  const first = await Promise.race(hanging.map(async (call) => ({ status: await call.status, answer: call.answer() })));
  expect(first.status).toBe(503);
  expect(first.answer.toLowerCase()).toContain("retry-after: 5");
  const body = JSON.stringify({ id: randomUUID(), text: "halo" });
  const small = open([...WEB, `Cookie: ${cookie()}`, `Content-Length: ${body.length}`], body);
  expect(await small.status).toBe(200);
});

it("the server waits at most half a minute for a request, and looks every few seconds", () => {
  const { requestTimeout, headersTimeout, maxConnections } = service.app.server;
  expect({ requestTimeout, headersTimeout, maxConnections }).toEqual({
    requestTimeout: 30_000,
    headersTimeout: 15_000,
    maxConnections: 5_000,
  });
});

describe("a parameter given twice", () => {
  it.each([
    ["hub.verify_token", "/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=a&hub.verify_token=b"],
    ["hub.mode", "/webhooks/whatsapp?hub.mode=subscribe&hub.mode=subscribe&hub.verify_token=verify-token-1"],
    [
      "hub.challenge",
      "/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=verify-token-1&hub.challenge=1&hub.challenge=2",
    ],
    ["v of an asset", "/webchat/app.js?v=a&v=b"],
    ["cursor", "/webchat/lamongan/events?cursor=a&cursor=b"],
    ["anything on the page", "/chat/lamongan?a=1&a=2"],
    ["a filter of the API", "/api/tickets?district=lamongan&district=jombang"],
    ["a number of the API", "/api/tickets?limit=1&limit=2"],
  ])("%s: 400, and nobody is alarmed", async (_, path) => {
    const answer = await fetch(`${service.url}${path}`, {
      headers: { cookie: cookie(), authorization: `Bearer ${TOKEN}` },
    });
    expect(answer.status).toBe(400);
    expect(service.lines.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("the description of the API", () => {
  const basic = (password: string) => `Basic ${Buffer.from(`anybody:${password}`).toString("base64")}`;
  it.each(["/api/docs", "/api/docs/", "/api/docs/json", "/api/docs/yaml", "/api/docs/static/index.html"])(
    "%s opens for API_TOKEN only",
    async (path) => {
      const without = await fetch(`${service.url}${path}`, { redirect: "manual" });
      expect([without.status, without.headers.get("www-authenticate")]).toEqual([
        401,
        expect.stringContaining("Basic"),
      ]);
      expect((await fetch(`${service.url}${path}`, { headers: { authorization: basic("wrong") } })).status).toBe(401);
      expect((await fetch(`${service.url}${path}`, { headers: { authorization: basic(TOKEN) } })).status).toBe(200);
    },
  );
});

it.each(["/chat/lamongan", "/health/live", "/webchat/app.css", "/n/token", "/nowhere"])(
  "%s tells browsers to use https only",
  async (path) => {
    const answer = await fetch(`${service.url}${path}`);
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
  },
);

describe("refused secrets", () => {
  it.each([
    [
      "/webhooks/telegram/:district",
      () =>
        fetch(`${service.url}/webhooks/telegram/lamongan`, {
          method: "POST",
          headers: { "x-telegram-bot-api-secret-token": "guess-1" },
        }),
    ],
    ["/webhooks/whatsapp", () => fetch(`${service.url}/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=guess-2`)],
    ["/metrics", () => fetch(`${service.url}/metrics`, { headers: { authorization: "Bearer guess-3" } })],
    [
      "/api/tickets/:number",
      () => fetch(`${service.url}/api/tickets/LMG-26-000001-1`, { headers: { authorization: "Bearer guess-4" } }),
    ],
    [
      "/api/docs/json",
      () => fetch(`${service.url}/api/docs/json`, { headers: { authorization: "Basic Z3Vlc3M6Z3Vlc3MtNQ==" } }),
    ],
  ])("of %s are logged once, without the guess and its sender", async (route, call) => {
    const before = service.lines.length;
    for (let time = 0; time < 20; time += 1) await call();
    const lines = service.lines.slice(before).filter(({ message }) => message === "calls refused");
    expect(lines.length).toBeLessThanOrEqual(1);
    const told = service.lines.filter(({ message, fields }) => message === "calls refused" && fields.route === route);
    expect(told).not.toEqual([]);
    expect(JSON.stringify(told)).not.toMatch(/guess|127\.0\.0\.1|LMG-26/);
  });
});
