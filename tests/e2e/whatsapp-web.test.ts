import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenClient, openWebClient } from "../../src/channels/whatsapp-web/client.ts";
import { type Gateway, openGateway } from "../../src/channels/whatsapp-web/gateway.ts";
import type { Patience } from "../../src/channels/whatsapp-web/patience.ts";
import { openTranslator } from "../../src/i18n.ts";
import { CHROMIUM } from "../support/browser.ts";
import { freePort } from "../support/process.ts";
import { startRecorder } from "../support/recording-proxy.ts";
import { startService } from "../support/runtime.ts";

const SECRET = "gateway-secret-of-the-tests";
const NIK = "3524015206799901";
const VERSION = "2.3000.0";
const PAGE = readFileSync(join(import.meta.dirname, `../support/whatsapp-web/pages/${VERSION}.html`), "utf8");
const QUICK: Patience = {
  ready: 8_000,
  code: 3_000,
  send: 1_000,
  look: 500,
  lookLimit: 2_000,
  pause: 200,
  longestPause: 1_000,
  settled: 60_000,
  question: 1_000,
  round: 10_000,
  again: 2_000,
  longestAgain: 2_000,
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
  let recorder: Awaited<ReturnType<typeof startRecorder>>;
  let client: OpenClient | undefined;
  let at: string;
  const lines: string[] = [];
  function phoneHas(messages: object[]): void {
    mkdirSync(join(directory, "pages"), { recursive: true });
    const page = PAGE.replace("window.phone = []", `window.phone = ${JSON.stringify(messages)}`);
    writeFileSync(join(directory, "pages", `${VERSION}.html`), page);
  }
  const page = () => client?.page() as Page;
  const inPage = <T>(script: string) => page().evaluate<T>(script);

  beforeEach(async () => {
    const { pageTexts } = await openTranslator(join(import.meta.dirname, "../../locales"));
    directory = mkdtempSync(join(tmpdir(), "sapa-wweb-"));
    phoneHas([]);
    const port = await freePort();
    at = `http://127.0.0.1:${port}`;
    service = await startService({
      WHATSAPP_WEB_GATEWAY__LAMONGAN: at,
      WHATSAPP_WEB_SECRET__LAMONGAN: SECRET,
      SEND_RATE: "0",
      SEND_RATE_CHAT: "0",
    });
    recorder = await startRecorder(() => service.url);
    lines.length = 0;
    gateway = openGateway({
      secret: SECRET,
      webhook: `${recorder.url}/webhooks/whatsapp-web/lamongan`,
      log: (_, fields, message) => void lines.push(`${message} ${JSON.stringify(fields)}`),
      pageTexts: pageTexts("pairing"),
      patience: QUICK,
      thought: 0,
      makeClient: () => {
        client = openWebClient({
          dataPath: directory,
          clientId: "lamongan",
          browser: CHROMIUM,
          page: { path: join(directory, "pages"), version: VERSION },
        });
        return client;
      },
    });
    await gateway.app.listen({ port, host: "127.0.0.1" });
  });
  afterEach(async () => {
    await gateway.close();
    await recorder.close();
    await service.close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  const until = (state: string, timeout = 30_000) => expect.poll(() => gateway.session.state, { timeout }).toBe(state);
  const asOperator = (path: string) => fetch(`${at}${path}`, { headers: { authorization: `Bearer ${SECRET}` } });
  async function paired(): Promise<void> {
    await until("pairing");
    await inPage("stub.pair()");
    await until("ready");
  }
  type Sent = { to: string; body: string };
  const sent = () => inPage<Sent[]>("stub.sent");
  function takenOf(person: string): string[] {
    const taken = recorder.passed.filter(({ status }) => status === 200);
    const messages = taken.map(({ body }) => JSON.parse(body) as { from: string; body: string });
    return [...new Set(messages.filter(({ from }) => from === person).map(({ body }) => body))];
  }
  function looksSinceRestart(): number {
    const restart = lines.findLastIndex((line) => line.startsWith("whatsapp-web restart "));
    return lines.slice(restart).filter((line) => line.startsWith("whatsapp-web caught up ")).length;
  }
  /** With a clock two hours ahead, earlier messages still come after the pairing. */
  const now = Math.floor(Date.now() / 1_000) + 2 * 3_600;
  const earlier = (from: string, name: string, minutes: number, more: object = {}) => ({
    id: `false_${from}_${name}`,
    from,
    body: `pesan ${name}`,
    t: now - minutes * 60,
    ...more,
  });
  async function killed(): Promise<void> {
    page().browser().process()?.kill("SIGKILL");
    await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("browser gone");
    await expect.poll(() => gateway.session.state, { timeout: 60_000 }).toMatch(/pairing|ready/);
    // -9 may come before the page has saved its data to disk.
    if (gateway.session.state === "pairing") await paired();
  }
  async function restarted(): Promise<void> {
    gateway.session.restart("a phone with news");
    await until("away");
    await expect.poll(() => gateway.session.state, { timeout: 60_000 }).toMatch(/pairing|ready/);
    if (gateway.session.state === "pairing") await paired();
  }
  const receive = (message: object) => inPage(`stub.receive(${JSON.stringify(message)})`);

  it("shows its code, is paired, and answers each message of a person once, with a number or a hidden number, and nobody else", async () => {
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

  it("starts again if its browser is killed, although the library sends no event", async () => {
    await paired();
    await killed();
    await receive({ id: "A", from: "6281500000002@c.us", body: "menu" });
    await expect.poll(sent, { timeout: 15_000 }).toHaveLength(1);
  });

  it("receives messages from the time without a browser once and in order, together with new messages", async () => {
    const [siti, budi] = ["6281500000011@c.us", "123456789012399@lid"];
    await paired();
    await receive(earlier(siti, "A", 60));
    await expect.poll(() => takenOf(siti), { timeout: 15_000 }).toEqual(["pesan A"]);
    phoneHas([
      earlier(siti, "A", 60),
      earlier(siti, "B", 50),
      { ...earlier(siti, "own", 45), fromMe: true, to: siti },
      earlier(budi, "E", 44),
      earlier(siti, "C", 40),
      earlier(siti, "D", 30),
      earlier("120363000000000000@g.us", "group", 20),
      earlier("120363000000000000@newsletter", "news", 20),
      earlier("status@broadcast", "status", 20),
    ]);
    await killed();
    await receive(earlier(siti, "D", 30));
    await receive(earlier(siti, "F", 0));
    await expect.poll(looksSinceRestart, { timeout: 20_000, interval: 10 }).toBe(1);
    await inPage(`stub.bring(${JSON.stringify(earlier(budi, "G", 10))})`);
    await expect.poll(() => takenOf(siti), { timeout: 20_000 }).toHaveLength(5);
    await expect.poll(() => takenOf(budi), { timeout: 20_000 }).toEqual(["pesan E", "pesan G"]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(takenOf(siti)).toEqual(["A", "B", "C", "D", "F"].map((name) => `pesan ${name}`));
    const taken = service.lines.filter(({ message, fields }) => message === "received" && fields.fresh);
    expect(taken, "nobody else's, none twice").toHaveLength(7);
    expect(lines.join("\n")).not.toMatch(/\d{12}/);
  });

  it("leaves unread messages to the number's people if the number is paired for the first time", async () => {
    const [before, after] = ["6281500000018@c.us", "6281500000019@c.us"];
    phoneHas([earlier(before, "A", 180), earlier(before, "B", 170)]);
    await until("pairing");
    gateway.session.restart("a phone with news");
    await until("away");
    await paired();
    await receive(earlier(after, "C", 0));
    await expect.poll(() => takenOf(after), { timeout: 20_000 }).toEqual(["pesan C"]);
    expect(takenOf(before)).toEqual([]);
    expect(await inPage(`stub.unread("${before}")`)).toBe(2);
  });

  it("skips a chat that cannot be read, leaves it unread, and reads it later", async () => {
    const [stuck, broken, whole] = ["6281500000021@c.us", "6281500000022@c.us", "6281500000023@c.us"];
    await paired();
    phoneHas([
      earlier(stuck, "A", 90, { trouble: "stuck" }),
      earlier(stuck, "B", 80),
      earlier(broken, "C", 70, { trouble: "broken" }),
      earlier(broken, "D", 60),
      earlier(whole, "E", 50),
      earlier(whole, "F", 40),
    ]);
    await restarted();
    await receive(earlier(stuck, "G", 0));
    await expect.poll(() => takenOf(whole), { timeout: 20_000 }).toEqual(["pesan E", "pesan F"]);
    await expect.poll(() => takenOf(stuck), { timeout: 20_000 }).toEqual(["pesan G"]);
    await expect.poll(async () => (await sent()).map(({ to }) => to), { timeout: 20_000 }).toContain(stuck);
    expect(takenOf(broken)).toEqual([]);
    expect(await inPage(`stub.unread("${stuck}")`), "no blue ticks under what nobody has read").toBe(3);
    const answer = (to: string) =>
      fetch(`${at}/send`, {
        method: "POST",
        headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/json" },
        body: JSON.stringify({ id: "1", to, text: "halo" }),
      });
    const health = async () => (await asOperator("/health/ready")).json();
    await expect.poll(looksSinceRestart, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    await expect.poll(health, { timeout: 10_000 }).toMatchObject({ waiting: 0 });
    await answer(whole);
    expect(await inPage(`stub.unread("${whole}")`)).toBe(0);
    expect(await (await asOperator("/metrics")).text()).toContain("sapa_whatsapp_web_unread_chats 2");

    await inPage("stub.mend()");
    await expect.poll(() => takenOf(broken), { timeout: 20_000 }).toEqual(["pesan C", "pesan D"]);
    await expect.poll(() => takenOf(stuck), { timeout: 20_000 }).toHaveLength(3);
    await expect.poll(health, { timeout: 10_000 }).toMatchObject({ unread: 0, waiting: 0 });
    await answer(stuck);
    expect(await inPage(`stub.unread("${stuck}")`)).toBe(0);
  });

  it("starts again although it was given up before its browser had started", async () => {
    gateway.session.restart("given up early");
    await until("pairing", 40_000);
    await paired();
  });

  it("starts again if `ready` never comes", async () => {
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

  it("starts again if sends hang, and reports them as perhaps sent", async () => {
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

  it("starts again if the code is not refreshed", async () => {
    await until("pairing");
    const first = gateway.session.code;
    await inPage("stub.newCode('ref-2')");
    await expect.poll(() => gateway.session.code).not.toBe(first);
    await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("code not refreshed");
    await until("pairing");
  });

  it("starts again if the session has lost its connection without an event", async () => {
    await paired();
    await inPage("stub.drop()");
    await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("not connected");
    await until("ready", 60_000);
  });

  it("survives a reload of the page during the library's work", async () => {
    await paired();
    await inPage("setTimeout(() => location.reload(), 10)");
    process.emit("unhandledRejection", new Error("Execution context was destroyed"), Promise.resolve());
    await expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toContain("race");
    await until("ready", 60_000);
  });

  it("sends only messages of the service, and reports a message that never left", async () => {
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
    await inPage("stub.mode('throw-send')");
    expect((await order(whole)).status, "the page threw before anything left").toBe(503);
    await inPage("stub.mode('throw-sent')");
    expect((await order(whole)).status, "the page threw afterwards").toBe(504);
  });
});
