import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSER_ARGUMENTS, CHROMIUM, PHONE } from "../support/browser.ts";
import { startService } from "../support/runtime.ts";
import { startWhatsApp, type WhatsApp } from "../support/whatsapp/index.ts";

const NIK = "3524015206799901";
const KK = "3524010201199901";

let whatsapp: WhatsApp;
let service: Awaited<ReturnType<typeof startService>>;
let people = 0;
const citizen = () => `62813000${String(++people).padStart(4, "0")}`;

beforeAll(async () => {
  whatsapp = await startWhatsApp({
    token: "token",
    appSecret: "app-secret-of-the-stand-in",
    phoneNumberId: "100200301",
  });
  service = await startService({
    PUBLIC_URL: "https://bansos.example/sapa/",
    WHATSAPP_TOKEN__LAMONGAN: "token",
    WHATSAPP_APP_SECRET__LAMONGAN: "app-secret-of-the-stand-in",
    WHATSAPP_VERIFY_TOKEN__LAMONGAN: "verify-token-1",
    WHATSAPP_PHONE_NUMBER_ID__LAMONGAN: "100200301",
    WHATSAPP_API_ROOT__LAMONGAN: whatsapp.url,
    SEND_RATE: "0",
    SEND_RATE_CHAT: "0",
  });
  whatsapp.setWebhook(`${service.url}/webhooks/whatsapp`);
});
afterAll(async () => {
  await service.close();
  await whatsapp.close();
});

/** The page that the newest message links to, where this machine reaches it. */
const linkIn = (text = ""): string => {
  const link = /https:\/\/bansos\.example\/sapa\/n\/[\w-]+/.exec(text)?.[0] ?? "";
  expect(link).not.toBe("");
  return link.replace("https://bansos.example/sapa", service.url);
};
const submit = (link: string, fields: Record<string, string>) =>
  fetch(link, { method: "POST", body: new URLSearchParams(fields) });

/** A chat that has been asked for a NIK, and the link it was given. */
async function asked(): Promise<{ who: string; link: string }> {
  const who = citizen();
  await whatsapp.say(who, "apakah saya dapat bansos?");
  const [first] = await whatsapp.waitFor(who, 1);
  return { who, link: linkIn(first?.text) };
}

describe("the page for numbers", () => {
  it("is not used up by being opened; its numbers go back to the chat once, and nobody sees them there", async () => {
    const { who, link } = await asked();
    for (const _ of ["preview", "citizen"]) {
      const page = await fetch(link);
      expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(await page.text()).toContain("Dinas Sosial");
    }
    const sent = await submit(link, { nik: "3524 0152 0679 9901", kk: KK });
    expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining("Sudah terkirim")]);
    const [, result] = await whatsapp.waitFor(who, 2);
    expect(result?.text).toContain("PKH tahap 4 Oktober 2026");
    const again = await submit(link, { nik: "3524015206799902" });
    expect([again.status, await again.text()]).toEqual([200, expect.stringContaining("sudah dipakai")]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const texts = (await whatsapp.waitFor(who, 2)).map(({ text }) => text).join();
    expect(texts).not.toMatch(new RegExp(`${NIK}|${KK}`));
    expect(await whatsapp.waitFor(who, 2)).toHaveLength(2);
  });

  it("asks for the card alone when the number is there, and gives a new page after a wrong one", async () => {
    const { who, link } = await asked();
    await submit(link, { nik: NIK, kk: "" });
    const [, proof] = await whatsapp.waitFor(who, 2);
    expect(proof?.text).toContain("berakhiran 01");
    const card = linkIn(proof?.text);
    expect(await (await fetch(card)).text()).not.toContain('name="nik"');
    await submit(card, { kk: "3524010201199999" });
    const [, , missed] = await whatsapp.waitFor(who, 3);
    await whatsapp.press(who, missed?.choices.find(({ id }) => id.endsWith(":move"))?.id ?? "", "Pindah rumah");
    const [, , , old] = await whatsapp.waitFor(who, 4);
    await submit(linkIn(old?.text), { kk: KK });
    expect((await whatsapp.waitFor(who, 5))[4]?.text).toContain("PKH tahap 4");
  });

  it.each([
    ["a digit missing", { nik: "352401520679990" }, "kurang 1"],
    ["nothing", { nik: "" }, "belum diketik"],
    ["letters", { nik: "35240152O6799901" }, "hanya berisi angka"],
    ["a card that is no number", { nik: NIK, kk: "12" }, "Nomor KK harus 16 angka"],
    ["the same number twice", { nik: NIK, kk: NIK }, "tidak boleh sama"],
    ["script", { nik: '"><script>alert(1)</script>' }, "&lt;script&gt;"],
  ])("keeps %s on the page, with what is wrong", async (_, fields, words) => {
    const { who, link } = await asked();
    const answer = await submit(link, fields);
    const html = await answer.text();
    expect([answer.status, html]).toEqual([422, expect.stringContaining(words)]);
    expect(html).not.toContain("<script>");
    expect(await whatsapp.waitFor(who, 1)).toHaveLength(1);
  });

  it("tells what lapsed, what is not ours and what is too much, and takes none of it", async () => {
    const { vault } = service.runtime;
    const { link } = await asked();
    const token = (until: number, about = "number page") =>
      `${service.url}/n/${vault.seal(["lamongan", "nobody", "nonce", "nik", "en", until], about).toString("base64url")}`;
    const lapsed = await submit(token(Date.now() - 1), { nik: NIK });
    expect([lapsed.status, await lapsed.text()]).toEqual([410, expect.stringContaining("The time is over")]);
    expect((await submit(token(Date.now() + 60_000), { nik: NIK })).status, "a chat that is not there").toBe(404);
    expect((await submit(token(Date.now() + 60_000, "session"), { nik: NIK })).status, "another seal").toBe(404);
    expect((await fetch(`${link.slice(0, -3)}xyz`)).status, "altered").toBe(404);
    expect((await submit(link, { nik: "1".repeat(5_000) })).status, "too long").toBe(413);
    expect(
      (await fetch(link, { method: "POST", body: "{}", headers: { "content-type": "application/json" } })).status,
    ).toBe(400);
  });

  it("writes no number of anybody into its log", () => {
    expect(JSON.stringify(service.lines)).not.toMatch(/\d{16}/);
  });
});

const runs = existsSync(CHROMIUM) || process.env.CI === "true";
describe.runIf(runs)("the page for numbers on a phone", () => {
  it("is read and filled with a thumb or a keyboard, and says what is wrong beside the field", {
    timeout: 60_000,
  }, async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGUMENTS });
    try {
      const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
      const { who, link } = await asked();
      await page.goto(link);
      const weight = Buffer.byteLength(await page.content());
      expect(weight, "bytes").toBeLessThan(6_000);
      const small = await page.evaluate("document.documentElement.scrollWidth <= innerWidth");
      expect(small, "nothing to scroll sideways").toBe(true);
      for (const box of await page.locator("input, button").all()) {
        expect((await box.boundingBox())?.height, "large enough for a thumb").toBeGreaterThanOrEqual(44);
      }
      await page.getByLabel("NIK (16 angka)").fill("352401520679990");
      await page.getByRole("button", { name: "Kirim" }).click();
      await page.getByRole("alert").filter({ hasText: "kurang 1" }).waitFor();
      expect(await page.getByLabel("NIK (16 angka)").getAttribute("aria-invalid")).toBe("true");
      await page.getByLabel("NIK (16 angka)").fill(NIK);
      await page.getByLabel("Nomor KK (16 angka)").fill(KK);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Sudah terkirim" }).waitFor();
      expect((await whatsapp.waitFor(who, 2))[1]?.text).toContain("PKH tahap 4");
      if (process.env.SCREENSHOTS) {
        const { link: another } = await asked();
        await page.goto(another);
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/number-page.png` });
        await page.getByRole("button", { name: "Kirim" }).click();
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/number-page-wrong.png` });
      }
    } finally {
      await browser.close();
    }
  });
});
