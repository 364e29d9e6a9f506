import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenClient, webClient } from "../../src/channels/whatsapp-web/client.ts";
import { type Gateway, openGateway } from "../../src/channels/whatsapp-web/gateway.ts";
import type { Patience } from "../../src/channels/whatsapp-web/session.ts";
import { CHROMIUM } from "../support/browser.ts";
import { freePort } from "../support/process.ts";
import { startService } from "../support/runtime.ts";

const SECRET = "gateway-secret-of-the-tests";
const NIK = "3524015206799901";
const PAGES = join(import.meta.dirname, "../support/whatsapp-web/pages");
const QUICK: Patience = {
  ready: 8_000,
  code: 3_000,
  send: 1_000,
  look: 500,
  lookLimit: 2_000,
  pause: 200,
  longestPause: 1_000,
  settled: 60_000,
};

type Page = {
  evaluate<T>(script: string): Promise<T>;
  browser(): { process(): { kill(signal: string): boolean; pid?: number } | null };
};

const runs = existsSync(CHROMIUM) || process.env.CI === "true";
if (!runs) console.log(`WhatsApp Web is not tried: there is no ${CHROMIUM} here.`);

describe.runIf(runs)("WhatsApp Web, in a browser, against a stand-in of its page", { timeout: 90_000 }, () => {
  let directory: string;
  let service: Awaited<ReturnType<typeof startService>>;
  let gateway: Gateway;
  let client: OpenClient | undefined;
  let at: string;
  const lines: string[] = [];
  const page = () => client?.page() as Page;
  const inPage = <T>(script: string) => page().evaluate<T>(script);

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "sapa-wweb-"));
    const port = await freePort();
    at = `http://127.0.0.1:${port}`;
    service = await startService({
      WHATSAPP_WEB_GATEWAY__LAMONGAN: at,
      WHATSAPP_WEB_SECRET__LAMONGAN: SECRET,
      SEND_RATE: "0",
      SEND_RATE_CHAT: "0",
    });
    const { port: servicePort } = service.app.server.address() as AddressInfo;
    lines.length = 0;
    gateway = openGateway({
      secret: SECRET,
      webhook: `http://127.0.0.1:${servicePort}/webhooks/whatsapp-web/lamongan`,
      log: (_, fields, message) => void lines.push(`${message} ${JSON.stringify(fields)}`),
      patience: QUICK,
      thought: 0,
      makeClient: () => {
        client = webClient({
          dataPath: directory,
          clientId: "lamongan",
          browser: CHROMIUM,
          page: { path: PAGES, version: "2.3000.0" },
        });
        return client;
      },
    });
    await gateway.app.listen({ port, host: "127.0.0.1" });
  });
  afterEach(async () => {
    await gateway.close();
    await service.close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  const until = (state: string, timeout = 30_000) => expect.poll(() => gateway.session.state, { timeout }).toBe(state);
  const asOperator = (path: string) => fetch(`${at}${path}`, { headers: { authorization: `Bearer ${SECRET}` } });
  /** A phone scans the code. */
  async function paired(): Promise<void> {
    await until("pairing");
    await inPage("stub.pair()");
    await until("ready");
  }
  type Sent = { to: string; body: string };
  const sent = () => inPage<Sent[]>("stub.sent");
  const receive = (message: object) => inPage(`stub.receive(${JSON.stringify(message)})`);

  it("shows its code, is paired, answers a person by number and by hidden number, and nobody else; a second one is one", async () => {
    await until("pairing");
    expect((await asOperator("/health/ready")).status).toBe(503);
    expect((await fetch(`${at}/qr`)).status).toBe(401);
    const qr = await asOperator("/qr");
    expect([qr.status, await qr.text()]).toEqual([200, expect.stringContaining("<svg")]);
    await paired();
    expect(await (await asOperator("/health/ready")).json()).toMatchObject({ status: "ready", session: "ready" });
    expect((await asOperator("/qr")).status, "nothing to scan any more").toBe(404);
    expect(await (await asOperator("/metrics")).text()).toContain("sapa_whatsapp_web_ready 1");

    const ask = { id: "false_6281500000001@c.us_A", from: "6281500000001@c.us", body: "apakah saya dapat bansos?" };
    await receive(ask);
    await receive(ask);
    await receive({ id: "B", from: "123456789012345@lid", body: "menu" });
    await receive({ id: "C", from: "120363000000000000@g.us", body: "menu", author: "6281500000009@c.us" });
    await receive({ id: "D", from: "status@broadcast", body: "menu" });
    await receive({ id: "E", from: "120363000000000000@newsletter", body: "menu" });
    await expect.poll(sent, { timeout: 15_000 }).toHaveLength(2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const all = await sent();
    expect(all.map(({ to }) => to).sort()).toEqual(["123456789012345@lid", "6281500000001@c.us"]);
    expect(all.find(({ to }) => to.endsWith("@lid"))?.body).toContain("\n\n1. ");
    expect(all.find(({ to }) => to.endsWith("@c.us"))?.body).toContain("/n/");
    await receive({ id: "F", from: "6281500000001@c.us", body: NIK });
    await expect.poll(sent, { timeout: 15_000 }).toHaveLength(3);
    expect(lines.join("\n")).not.toMatch(/\d{12}/);
  });

  it("comes back by itself when its browser is killed: no event of the library says so", async () => {
    await paired();
    page().browser().process()?.kill("SIGKILL");
    await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("browser gone");
    await expect.poll(() => gateway.session.state, { timeout: 60_000 }).toMatch(/pairing|ready/);
    // What this page remembers is written to disk by and by, and -9 came first.
    if (gateway.session.state === "pairing") await paired();
    await receive({ id: "A", from: "6281500000002@c.us", body: "menu" });
    await expect.poll(sent, { timeout: 15_000 }).toHaveLength(1);
  });

  it("begins again though it was given up before its browser was there", async () => {
    gateway.session.restart("given up early");
    await until("pairing", 40_000);
    await paired();
  });

  it("begins again when `ready` never comes", async () => {
    await until("pairing");
    await inPage("stub.mode('never-ready'); stub.pair()");
    await expect.poll(() => lines.join("\n"), { timeout: 30_000 }).toMatch(/code not refreshed|never ready/);
    await expect
      .poll(
        () =>
          inPage("stub.mode('')").then(
            () => gateway.session.state,
            () => "",
          ),
        { timeout: 60_000 },
      )
      .toBe("ready");
  });

  it("begins again when sends hang, and says that they were perhaps sent", async () => {
    await paired();
    await inPage("stub.mode('hang-send')");
    await receive({ id: "A", from: "6281500000003@c.us", body: "menu" });
    await expect.poll(() => lines.join("\n"), { timeout: 40_000 }).toContain("sends hang");
    await expect
      .poll(
        () =>
          inPage("stub.mode('')").then(
            () => gateway.session.state,
            () => "",
          ),
        { timeout: 60_000 },
      )
      .toBe("ready");
    await expect
      .poll(
        () =>
          sent().then(
            (all) => all.length,
            () => 0,
          ),
        { timeout: 40_000 },
      )
      .toBeGreaterThan(0);
    expect(service.lines.some(({ fields }) => fields.code === "CHANNEL_UNKNOWN")).toBe(true);
  });

  it("begins again when the code is not refreshed any more", async () => {
    await until("pairing");
    const first = gateway.session.code;
    await inPage("stub.newCode('ref-2')");
    await expect.poll(() => gateway.session.code).not.toBe(first);
    await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("code not refreshed");
    await until("pairing");
  });

  it("begins again when the session has lost its connection without a word", async () => {
    await paired();
    await inPage("stub.drop()");
    await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("not connected");
    await until("ready", 60_000);
  });

  it("outlives a page that loads anew in the middle of the library's work", async () => {
    await paired();
    await inPage("setTimeout(() => location.reload(), 10)");
    process.emit("unhandledRejection", new Error("Execution context was destroyed"), Promise.resolve());
    await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("race");
    await until("ready", 60_000);
  });

  it("refuses what is not ordered by the service, and says when nothing has left", async () => {
    const order = (body: unknown, secret = SECRET) =>
      fetch(`${at}/send`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const whole = { id: "1", to: "6281500000004@c.us", text: "halo" };
    expect((await order(whole, "another secret")).status).toBe(401);
    expect((await order({ ...whole, to: "120363@g.us" })).status).toBe(400);
    const early = await order(whole);
    expect([early.status, early.headers.get("retry-after")]).toEqual([503, "5"]);
    await paired();
    expect((await order({ ...whole, to: "6280012345@c.us" })).status, "nobody has that number").toBe(410);
    expect((await order(whole)).status).toBe(200);
  });
});
