import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { BROWSER_ARGUMENTS, CHROMIUM, PHONE } from "../support/browser.ts";
import { startService } from "../support/runtime.ts";

const NIK = "3524015206799901";
const KK = "3524010201199901";
const SMALL = { width: 320, height: 568 };

const runs = existsSync(CHROMIUM) || process.env.CI === "true";

describe.runIf(runs)("the web chat on a phone", { timeout: 60_000 }, () => {
  let browser: Browser;
  let service: Awaited<ReturnType<typeof startService>>;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [browser, service] = await Promise.all([
      chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGUMENTS }),
      startService({ SEND_RATE: "0", SEND_RATE_CHAT: "0" }),
    ]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(() => context.close());

  async function open(options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
    context = await browser.newContext({ locale: "id-ID", ...PHONE, viewport: SMALL, ...options });
    page = await openTab();
  }
  async function openTab(): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(`${service.url}/chat/lamongan`);
    await tab.locator("#log[aria-busy=false]").waitFor({ state: "attached" });
    return tab;
  }
  const input = () => page.getByLabel("Pesan Anda");
  const key = (name: string) => page.locator("#keys").getByRole("button", { name });
  const send = async (text: string): Promise<void> => {
    await input().fill(text);
    await page.getByRole("button", { name: "Kirim" }).click();
  };
  const heard = (text: string | RegExp) => page.locator("#log").getByText(text).first().waitFor();
  const styleOf = (selector: string, name: string): Promise<string> =>
    page.evaluate(`getComputedStyle([...document.querySelectorAll("${selector}")].pop()).getPropertyValue("${name}")`);
  const picture = async (name: string): Promise<void> => {
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
  };
  async function askNumber(): Promise<void> {
    await send("cek bansos");
    await heard("Ketik NIK yang mau dicek");
  }
  async function check(nik: string, proof: string): Promise<void> {
    await askNumber();
    await send(nik);
    await heard("Sekarang ketik nomor KK");
    await send(proof);
  }

  it("has a key for the menu after the first message", async () => {
    await open();
    expect(await key("Menu").count(), "the welcome has a button of its own").toBe(0);
    await picture("welcome");
    await askNumber();
    await key("Menu").tap();
    await page.getByRole("button", { name: /^Cek penerima/ }).waitFor();
    await picture("menu");
    expect((await key("Menu").boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  it("asks for a number with a keyboard of digits, beside keys for letters and for the menu", async () => {
    await open();
    expect(await input().getAttribute("inputmode")).toBe("text");
    await askNumber();
    await picture("number");
    expect(await input().getAttribute("inputmode")).toBe("numeric");
    expect(await input().getAttribute("placeholder")).toBe("Ketik 16 angka…");
    expect(await page.locator("#keys button:visible").allInnerTexts()).toEqual([
      expect.stringMatching(/^ABC\s+ketik huruf$/),
      "Menu",
      "Tidak ada NIK / KTP",
      "Lapor masalah",
    ]);
    expect(await page.locator("#log button").count(), "no choice stands twice").toBe(0);
    const rows = await Promise.all((await page.locator("#keys button").all()).map((one) => one.boundingBox()));
    expect(new Set(rows.map((box) => box?.y)).size, "at most two rows").toBeLessThanOrEqual(2);
    await key("ABC").tap();
    expect(await input().getAttribute("inputmode")).toBe("text");
    expect(await page.locator(":focus").getAttribute("id")).toBe("words");
    await key("123").tap();
    expect(await input().getAttribute("inputmode")).toBe("numeric");
    await key("ABC").tap();
    await send("352401520679990");
    await heard("harus 16 angka");
    expect(await input().getAttribute("inputmode"), "each question begins with digits").toBe("numeric");
    await key("Tidak ada NIK").tap();
    await heard("Tidak apa-apa");
    expect(await input().getAttribute("inputmode")).toBe("text");
    expect(await page.locator("#keys button:visible").allInnerTexts()).toEqual(["Menu"]);
  });

  it("shows a result as a card by colour, sign and words", async () => {
    await open();
    await check(NIK, KK);
    const card = page.locator(".card").last();
    await card.waitFor();
    await picture("card");
    const status = card.locator(".status");
    expect(await status.innerText()).toMatch(/^(?:Hasilnya baik|Perlu diurus|Perlu diperhatikan):\s+✔ \S/);
    expect(await status.locator("[aria-hidden=true]").innerText(), "the sign is for the eyes").toMatch(/^✔/);
    expect(await card.locator("b").allInnerTexts()).toContain("PKH");
    const [text = ""] = await card.locator(".words").allInnerTexts();
    expect(text.replace(/\s+/g, " "), "nothing is lost").toContain("PKH tahap 4 (Oktober 2026)");
    const [ink, ground] = await Promise.all(
      ["color", "background-color"].map((name) => styleOf(".card .status", name)),
    );
    expect(ink).not.toBe(ground);
  });

  it.each(["id-ID", "en-GB", "jv-ID"])("has a header of one row at 320 px in %s", async (locale) => {
    await open({ locale });
    await page.locator("#begin").tap();
    await page.locator("#leave").waitFor();
    await picture(`header-${locale}`);
    for (const text of ["h1", "header p"]) {
      const height = (await page.locator(text).boundingBox())?.height ?? 99;
      const line = Number.parseFloat(await styleOf(text, "line-height"));
      expect(height / line, `${text} on one line`).toBeLessThan(1.5);
    }
    const [title, leave] = await Promise.all([
      page.locator(".title").boundingBox(),
      page.locator("#leave").boundingBox(),
    ]);
    expect((title?.y ?? 0) + (title?.height ?? 0)).toBeGreaterThan(leave?.y ?? 999);
  });

  it("updates a tab that was open before the first message", async () => {
    await open();
    const [early, first] = [page, await openTab()];
    page = first;
    await send("menu");
    await early.getByRole("button", { name: /^Cek penerima/ }).waitFor();
    await send("cek bansos");
    await early.locator("#log").getByText("Ketik NIK").waitFor();
  });

  it("keeps an unsent message over a reload without a connection, and sends it once", async () => {
    await open();
    await send("menu");
    await heard("Cek penerima");
    await page.evaluate("navigator.serviceWorker.ready");
    await context.setOffline(true);
    await send("pesan tanpa sinyal");
    await page.locator("#log").getByText("belum terkirim").waitFor();
    await input().fill("masih ditulis");
    await page.reload();
    await page.locator("#log").getByText("pesan tanpa sinyal").waitFor();
    await page.locator("#log").getByText("belum terkirim").waitFor();
    expect(await input().inputValue()).toBe("masih ditulis");
    await picture("offline");
    await context.setOffline(false);
    await page.locator("#log").getByText("belum terkirim").waitFor({ state: "detached" });
    await page.locator(".line:not(.own)").last().waitFor();
    expect(await page.locator(".own .words").allInnerTexts()).toEqual(["menu", "pesan tanpa sinyal"]);
    await page.reload();
    await heard("pesan tanpa sinyal");
    expect(await page.locator(".own .words").allInnerTexts()).toEqual(["menu", "pesan tanpa sinyal"]);
    expect(await page.evaluate("Object.keys(sessionStorage).filter((one) => one.startsWith('sapa-unsent'))")).toEqual(
      [],
    );
  });

  it("keeps nothing for the phone's next user", async () => {
    await open();
    await send("menu");
    await heard("Cek penerima");
    await input().fill(NIK);
    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Keluar" }).tap();
    await page.getByRole("heading", { name: "Selamat datang" }).waitFor();
    expect(await input().inputValue()).toBe("");
    expect(await page.evaluate("sessionStorage.length")).toBe(0);
  });

  it("sends no message that was written in another chat of this browser", async () => {
    await open();
    await send("menu");
    await heard("Cek penerima");
    await page.route("**/messages", (route) => route.abort());
    await send("rahasia orang lain");
    await heard("belum terkirim");
    await context.clearCookies();
    await page.reload();
    await page.getByRole("heading", { name: "Selamat datang" }).waitFor();
    await page.unroute("**/messages");
    await send("halo");
    await page.locator(".line:not(.own)").first().waitFor();
    expect(await page.locator(".own .words").allInnerTexts()).toEqual(["halo"]);
  });

  it("stays readable in the reader's own colours", async () => {
    await open({ forcedColors: "active" });
    await check(NIK, KK);
    await page.locator(".card").last().waitFor();
    await picture("forced");
    for (const part of ["header", ".bubble", "#leave", "form .main", ".key", ".choice", ".status", "textarea"]) {
      const width = Number.parseFloat(await styleOf(part, "border-left-width"));
      expect(width, part).toBeGreaterThanOrEqual(1);
    }
    expect(await styleOf(".tick", "border-right-width")).not.toBe("0px");
  });

  it("appears soon with 50 kbit/s and 400 ms", async () => {
    context = await browser.newContext({ locale: "id-ID", ...PHONE, viewport: SMALL });
    page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    const throughput = 50_000 / 8;
    await network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 400,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    await page.goto(`${service.url}/chat/lamongan`);
    await page.getByRole("heading", { name: "Selamat datang" }).waitFor();
    const [first, usable] = await page.evaluate<[number, number]>(
      "[performance.getEntriesByName('first-contentful-paint')[0].startTime, performance.now()].map(Math.round)",
    );
    console.log(`50 kbit/s, 400 ms: first paint after ${first} ms, the welcome after ${usable} ms`);
    expect(first).toBeGreaterThan(0);
  });
});
