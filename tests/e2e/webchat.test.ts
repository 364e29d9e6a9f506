import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Content } from "../../src/vocabulary/message.ts";
import { type Answer, type ChatService, openChatService, openWebchat } from "../channels/webchat/chat-service.ts";
import { BROWSER_ARGUMENTS, CHROMIUM, PHONE } from "../support/browser.ts";
import { openRouteServer, type RouteServer } from "../support/route-server.ts";

const runs = existsSync(CHROMIUM) || process.env.CI === "true";
if (!runs) console.log(`The web chat's page is not tried: there is no ${CHROMIUM} here.`);

const NIK = "3524125203859001";
const MENU: Answer = {
  text: "Apa yang ingin Bapak/Ibu lakukan?",
  choices: [
    { id: "check", title: "Cek penerima bansos", description: "Apakah saya terdaftar?" },
    { id: "complaint", title: "Lapor masalah" },
  ],
};

function answer(content: Content): Answer | undefined {
  if (content.type === "choice")
    return { text: `Dipilih: ${content.id}. Ketik NIK.`, choices: [{ id: "back", title: "Kembali" }] };
  const text = content.type === "text" ? content.text : "";
  if (text === "diam") return undefined;
  return /menu/i.test(text)
    ? MENU
    : { text: `Dijawab: ${text.length} huruf. Lihat https://lamongan.example/a?b=1.`, choices: [] };
}

describe.runIf(runs)("the web chat's page", () => {
  let browser: Browser;
  let service: ChatService;
  let opened: ReturnType<typeof openWebchat>;
  let server: RouteServer;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGUMENTS });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    service = openChatService({ answer });
    opened = openWebchat(service);
    server = await openRouteServer(opened.routes);
    troubles = [];
    await openContext({});
  });
  afterEach(async () => {
    await context.close();
    await opened.close();
    await server.close();
  });

  async function openContext(options: Parameters<Browser["newContext"]>[0]): Promise<void> {
    await context?.close();
    context = await browser.newContext({ locale: "id-ID", timezoneId: "Asia/Jakarta", ...PHONE, ...options });
    page = await openTab();
  }

  async function openTab(): Promise<Page> {
    const tab = await context.newPage();
    tab.on("pageerror", (error) => troubles.push(error.message));
    tab.on("console", (line) => {
      if (line.type() === "error" && !line.text().includes("Failed to load resource")) troubles.push(line.text());
    });
    await tab.goto(`${server.url}/chat/lamongan`);
    await tab.locator("#log[aria-busy=false]").waitFor({ state: "attached" });
    return tab;
  }

  const send = async (text: string, tab = page): Promise<void> => {
    await tab.getByLabel("Pesan Anda").fill(text);
    await tab.getByRole("button", { name: "Kirim" }).click();
  };
  const words = (tab = page): Promise<string[]> => tab.locator("#log .words").allInnerTexts();
  const heard = (text: string | RegExp, tab = page): Promise<void> =>
    tab.locator("#log").getByText(text).first().waitFor();

  it("answers typed words and pressed buttons; only the last buttons can be pressed", async () => {
    await page.getByRole("button", { name: "Lihat menu" }).tap();
    await page.getByRole("button", { name: /Cek penerima bansos/ }).tap();
    await heard("Dipilih: check");
    expect(await words()).toEqual(["Menu", MENU.text, "Cek penerima bansos", "Dipilih: check. Ketik NIK."]);
    expect(await page.locator("#log button").allInnerTexts()).toEqual(["Kembali"]);
    expect(await page.locator("#log .past").allInnerTexts()).toEqual(["Cek penerima bansos · Lapor masalah"]);
    await send("halo");
    await heard("Dijawab: 4 huruf");
    expect(await page.locator("#log button").count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it("shows a number as the service keeps it", async () => {
    await send(NIK);
    await heard("Dijawab: 16 huruf");
    const [own] = await words();
    expect(own).toMatch(/^•+9001$/);
    expect(await page.content()).not.toContain(NIK);
  });

  it("shows the same conversation when it is opened again, and in a second tab", async () => {
    await send("menu");
    await page.getByRole("button", { name: /Lapor masalah/ }).waitFor();
    const before = await words();
    await page.reload();
    await heard(MENU.text);
    expect(await words()).toEqual(before);
    const second = await openTab();
    await heard(MENU.text, second);
    await second.getByRole("button", { name: /Lapor masalah/ }).tap();
    await heard("Dipilih: complaint", second);
    await heard("Dipilih: complaint");
    expect(await words()).toEqual(await words(second));
    expect(await page.locator("#log button").allInnerTexts()).toEqual(["Kembali"]);
  });

  it("keeps messages while the service is away, and sends each once when the service is back", async () => {
    await send("menu");
    await heard(MENU.text);
    await server.close();
    await send("pesan saat putus");
    await page.getByText("Sambungan terputus").waitFor();
    await heard("belum terkirim");
    server = await openRouteServer(opened.routes, server.port);
    await heard("Dijawab: 16 huruf");
    await page.getByText("Sambungan terputus").waitFor({ state: "detached" });
    expect((await words()).filter((text) => text === "pesan saat putus")).toHaveLength(1);
    expect(service.received).toHaveLength(2);
  });

  it("sends a message once although the answer to its request was lost", async () => {
    let lost = 0;
    await page.route("**/messages", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await send("halo");
    await heard("Dijawab: 4 huruf");
    await page.getByText("Sambungan terputus").waitFor({ state: "detached" });
    expect(lost).toBe(1);
    expect((await words()).filter((text) => text === "halo")).toHaveLength(1);
  });

  it("shows messages that the service sends by itself, also after a lost connection", async () => {
    await send("halo");
    await heard("Dijawab: 4 huruf");
    const [first] = service.received;
    if (first?.type !== "message") throw new Error("no message came");
    const { contact } = first.message;
    service.say(contact, { text: "Laporan dijawab.", choices: [] });
    await heard("Laporan dijawab.");
    await server.close();
    await page.getByText("Sambungan terputus").waitFor();
    service.say(contact, { text: "Laporan selesai.", choices: [] });
    server = await openRouteServer(opened.routes, server.port);
    await heard("Laporan selesai.");
    expect((await words()).filter((text) => text.startsWith("Laporan"))).toEqual([
      "Laporan dijawab.",
      "Laporan selesai.",
    ]);
  });

  it("waits for a late history, as while the store is away", async () => {
    let asked = 0;
    await page.route("**/history", async (route) => {
      const response = await route.fetch();
      asked += 1;
      if (asked > 2) return route.fulfill({ response });
      return route.fulfill({ response, json: { ...(await response.json()), entries: [], cursor: "" } });
    });
    await send("halo");
    await heard("Dijawab: 4 huruf");
    expect(asked).toBeGreaterThan(2);
  });

  it("asks for new messages where events do not come through", async () => {
    await page.route("**/events*", (route) => route.abort());
    await page.reload();
    await send("halo");
    await heard("Dijawab: 4 huruf");
    await send("lagi ya");
    await heard("Dijawab: 7 huruf");
  });

  it("can be used with the keyboard alone", async () => {
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").getAttribute("id")).toBe("begin");
    await page.keyboard.press("Enter");
    await heard(MENU.text);
    await page.getByRole("button", { name: /Cek penerima/ }).focus();
    await page.keyboard.press("Space");
    await heard("Dipilih: check");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("Kembali");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("Menu");
    await page.keyboard.press("Tab");
    await page.keyboard.type("baris satu");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("baris dua");
    await page.keyboard.press("Enter");
    await heard("Dijawab: 20 huruf");
    expect(await words()).toContain("baris satu\nbaris dua");
    expect(await page.locator(":focus").getAttribute("id")).toBe("words");
  });

  it("shows markup and marks of text direction as text", async () => {
    const hostile = `<img src=x onerror="document.title='broken'"><b dir=rtl>\u202etebal\u2066</b> https://evil.example/`;
    await send(hostile);
    await heard("Dijawab");
    const [own] = await words();
    expect(own).toBe(hostile.replace(/[\u202e\u2066]/g, ""));
    expect(await page.locator("#log .own img, #log .own b, #log .own a").count()).toBe(0);
    expect(await page.title()).toBe("Bansos Kabupaten Lamongan");
    const link = page.locator("#log .words a");
    expect(await link.getAttribute("href")).toBe("https://lamongan.example/a?b=1");
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    expect(troubles).toEqual([]);
  });

  it("explains the error of a text that is too long, and keeps the text", async () => {
    const long = "a".repeat(4_001);
    await send(long);
    await page.getByRole("status").filter({ hasText: "Terlalu panjang" }).waitFor();
    expect(await page.getByLabel("Pesan Anda").inputValue()).toBe(long);
    await send("pendek");
    await heard("Dijawab: 6 huruf");
    expect(await page.getByRole("status").innerText()).toBe("");
  });

  it("gives a refused message back for another try", async () => {
    await page.route("**/messages", (route) => route.fulfill({ status: 400, json: { code: "BAD_REQUEST" } }));
    await send("halo");
    await heard("tidak dapat dikirim");
    await page.unroute("**/messages");
    await page.getByRole("button", { name: "Tulis ulang" }).tap();
    expect(await page.getByLabel("Pesan Anda").inputValue()).toBe("halo");
    expect(await words()).toEqual([]);
  });

  it("says that the chat is too fast, and sends by itself later", async () => {
    let asked = 0;
    await page.route("**/messages", (route) => {
      asked += 1;
      return asked === 1 ? route.fulfill({ status: 429, headers: { "retry-after": "1" }, json: {} }) : route.continue();
    });
    await send("halo");
    await page.getByRole("status").filter({ hasText: "Terlalu banyak pesan" }).waitFor();
    await heard("Dijawab: 4 huruf");
    expect(await page.getByRole("status").innerText()).toBe("");
  });

  it("begins a new chat if the old chat's cookie is gone", async () => {
    await send("rahasia");
    await heard("Dijawab: 7 huruf");
    await context.clearCookies();
    await page.reload();
    await page.getByRole("heading", { name: "Selamat datang" }).waitFor();
    await context.clearCookies();
    await send("halo");
    await heard("Dijawab: 4 huruf");
    expect(await words()).toHaveLength(2);
  });

  it("leaves no trace on a phone that another person gets", async () => {
    await send("rahasia");
    await heard("Dijawab: 7 huruf");
    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Keluar" }).tap();
    await page.getByRole("heading", { name: "Selamat datang" }).waitFor();
    expect(await words()).toEqual([]);
    await page.reload();
    await page.getByRole("heading", { name: "Selamat datang" }).waitFor();
    expect(await words()).toEqual([]);
  });

  it("ends the chat in every tab", async () => {
    await send("rahasia");
    await heard("Dijawab: 7 huruf");
    const second = await openTab();
    await heard("Dijawab: 7 huruf", second);
    second.once("dialog", (dialog) => dialog.accept());
    await second.getByRole("button", { name: "Keluar" }).tap();
    await second.getByRole("heading", { name: "Selamat datang" }).waitFor();
    await page.bringToFront();
    await page.getByRole("heading", { name: "Selamat datang" }).waitFor();
    expect(await words()).toEqual([]);
  });

  it("says that the browser keeps no cookies", async () => {
    await page.route(/\/(history|messages)$/, (route) =>
      route.fulfill({ status: 401, json: { code: "UNAUTHORIZED" } }),
    );
    await page.reload();
    await page.getByRole("status").filter({ hasText: "cookie" }).waitFor();
    await send("halo");
    await page.locator("#log").getByText("cookie").waitFor();
    await page.unrouteAll();
    await page.getByRole("status").filter({ hasText: "cookie" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Tulis ulang" }).tap();
    await page.getByRole("button", { name: "Kirim" }).tap();
    await heard("Dijawab: 4 huruf");
  });

  it("shows that an answer is on its way", async () => {
    await send("diam");
    await page.getByRole("img", { name: "Sedang menjawab" }).waitFor();
    const [first] = service.received;
    if (first?.type === "message") service.say(first.message.contact, { text: "Maaf lama.", choices: [] });
    await heard("Maaf lama.");
    expect(await page.getByRole("img", { name: "Sedang menjawab" }).count()).toBe(0);
  });

  it("recognises a reply that came before the answer to the request", async () => {
    await send("halo");
    await heard("Dijawab: 4 huruf");
    const receipts: (() => void)[] = [];
    await page.route("**/messages", async (route) => {
      const response = await route.fetch();
      await new Promise<void>((resolve) => receipts.push(resolve));
      await route.fulfill({ response });
    });
    await send("cepat");
    await heard("Dijawab: 5 huruf");
    const receipt = page.waitForResponse("**/messages");
    for (const give of receipts) give();
    await (await receipt).finished();
    await page.waitForTimeout(600); // longer than the page waits before it shows "Sedang menjawab"
    expect(await page.getByRole("img", { name: "Sedang menjawab" }).count()).toBe(0);
  });

  it("shows a long answer from its beginning, and does not scroll further", async () => {
    await send("halo");
    await heard("Dijawab: 4 huruf");
    const [first] = service.received;
    if (first?.type !== "message") throw new Error("no message came");
    const free =
      "innerHeight - document.querySelector('header').offsetHeight - document.querySelector('footer').offsetHeight";
    const lines = Math.ceil(Number(await page.evaluate(free)) / 25);
    service.say(first.message.contact, { text: `Awal.${"\nbaris".repeat(lines)}`, choices: [] });
    await heard("Awal.");
    await page.evaluate("dispatchEvent(new Event('offline'))");
    await page.getByText("Sambungan terputus").waitFor();
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByText("Sambungan terputus").waitFor({ state: "detached" });
    const head = await page.locator("header").boundingBox();
    const answer = await page.locator("#log .bubble").last().boundingBox();
    expect(answer?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
  });

  it("speaks English to an English browser", async () => {
    await openContext({ locale: "en-GB" });
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByLabel("Your message").fill("hello");
    await page.getByRole("button", { name: "Send" }).tap();
    await heard("Dijawab: 5 huruf");
    expect(service.received).toMatchObject([{ message: { language: "en-GB" } }]);
  });

  it("says what to do where scripts do not run", async () => {
    await context.close();
    context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(`${server.url}/chat/lamongan`);
    await page.getByText("Nyalakan JavaScript").waitFor({ timeout: 10_000 });
  });

  it.each([
    { label: "320 px", width: 320, height: 568, zoom: "100%" },
    { label: "320 px in letters of twice the size", width: 320, height: 568, zoom: "200%" },
    { label: "360 px at twice the zoom", width: 180, height: 320, zoom: "100%" },
    { label: "a phone held sideways", width: 640, height: 360, zoom: "100%" },
  ])("fits $label", async ({ width, height, zoom }) => {
    await openContext({ viewport: { width, height } });
    await page.evaluate(`document.documentElement.style.fontSize = "${zoom}"`);
    await send("menu");
    await heard(MENU.text);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    const box = await page.getByRole("button", { name: "Kirim" }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  });
});
