import { existsSync, readFileSync } from "node:fs";
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

const linkIn = (text = ""): string => {
  const link = /https:\/\/bansos\.example\/sapa\/n\/[\w-]+/.exec(text)?.[0] ?? "";
  expect(link).not.toBe("");
  return link.replace("https://bansos.example/sapa", service.url);
};
const submit = (link: string, fields: Record<string, string>) =>
  fetch(link, { method: "POST", body: new URLSearchParams(fields) });

/** Waits long enough for a turn that must not come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
const codeIn = (html: string): string => /KODE \d{6}/.exec(html)?.[0] ?? "";
async function submitFrom(who: string, link: string, fields: Record<string, string>): Promise<void> {
  const code = codeIn(await (await submit(link, fields)).text());
  expect(code).not.toBe("");
  await whatsapp.say(who, code);
}

async function asked(): Promise<{ who: string; link: string }> {
  const who = citizen();
  await whatsapp.say(who, "apakah saya dapat bansos?");
  const [first] = await whatsapp.waitFor(who, 1);
  return { who, link: linkIn(first?.text) };
}

describe("the page for numbers", () => {
  it("can be opened several times; its numbers go to the chat once, and the chat does not show them", async () => {
    const { who, link } = await asked();
    for (const _ of ["preview", "citizen"]) {
      const page = await fetch(link);
      expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(page.headers.get("content-encoding"), "what was typed stands beside secrets").toBeNull();
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(await page.text()).toContain("Dinas Sosial");
    }
    const sent = await submit(link, { nik: "3524 0152 0679 9901", kk: KK });
    const page = await sent.text();
    expect([sent.status, page]).toEqual([200, expect.stringContaining("Satu langkah lagi")]);
    const code = codeIn(page);
    expect(page).toContain(`href="https://wa.me/62322000000?text=${encodeURIComponent(code)}"`);
    expect(page).not.toMatch(/\d{16}/);
    expect(codeIn(await (await submit(link, { nik: NIK, kk: KK })).text()), "pressed twice").toBe(code);
    await settled();
    expect(await whatsapp.waitFor(who, 1), "nothing is looked up yet").toHaveLength(1);
    await whatsapp.say(who, code);
    const [, result] = await whatsapp.waitFor(who, 2);
    expect(result?.text).toContain("PKH tahap 4 (Oktober 2026)");
    const again = await submit(link, { nik: "3524015206799902" });
    expect([again.status, await again.text()]).toEqual([200, expect.stringContaining("sudah dipakai")]);
    await whatsapp.say(who, code);
    expect((await whatsapp.waitFor(who, 3))[2]?.text, "a code twice").toContain("tidak berlaku");
    const texts = (await whatsapp.waitFor(who, 3)).map(({ text }) => text).join();
    expect(texts).not.toMatch(new RegExp(`${NIK}|${KK}`));
  });

  it("needs no code for a person whom the chat has proved, and always a code for another person", async () => {
    const { who, link } = await asked();
    await submitFrom(who, link, { nik: NIK, kk: KK });
    await whatsapp.waitFor(who, 2);
    await whatsapp.say(who, "cek orang lain");
    const [, , next] = await whatsapp.waitFor(who, 3);
    const other = await submit(linkIn(next?.text), { nik: "3524012003859902", kk: KK });
    expect(codeIn(await other.text()), "a victim's number").not.toBe("");
    const same = await submit(linkIn(next?.text), { nik: NIK, kk: KK });
    expect(await same.text()).toContain("Sudah terkirim");
    expect((await whatsapp.waitFor(who, 4))[3]?.text).toContain("PKH tahap 4");
  });

  describe("forwarded to a victim", () => {
    it("names the chat that asked; the code in the victim's own chat opens nothing, warns, and voids the page", async () => {
      const { who: phisher, link } = await asked();
      const victim = citizen();
      const form = await (await fetch(link)).text();
      expect(form).toContain(`WhatsApp berakhiran ${phisher.slice(-4)}`);
      expect(form).toContain("Jangan diisi");
      const code = codeIn(await (await submit(link, { nik: NIK, kk: KK })).text());
      await whatsapp.say(victim, code);
      const [warned] = await whatsapp.waitFor(victim, 1);
      expect(warned?.text).toContain("diminta orang lain");
      expect(warned?.text).not.toContain("PKH tahap 4");
      await whatsapp.say(phisher, code);
      const [, refused] = await whatsapp.waitFor(phisher, 2);
      expect(refused?.text).toContain("tidak berlaku");
      expect(await (await submit(link, { nik: NIK, kk: KK })).text()).toContain("sudah dipakai");
    });

    it("gives its asker nothing without the code, and is void after three wrong codes", async () => {
      const { who: phisher, link } = await asked();
      const code = codeIn(await (await submit(link, { nik: NIK, kk: KK })).text());
      const wrong = code === "KODE 000000" ? "KODE 000001" : "KODE 000000";
      for (const [n, words] of [
        [2, "2 kali lagi"],
        [3, "1 kali lagi"],
        [4, "tiga kali salah"],
      ] as const) {
        await whatsapp.say(phisher, wrong);
        expect((await whatsapp.waitFor(phisher, n))[n - 1]?.text).toContain(words);
      }
      await whatsapp.say(phisher, code);
      expect((await whatsapp.waitFor(phisher, 5))[4]?.text).toContain("tidak berlaku");
    });

    it("does not keep the code for numbers that the asker typed before", async () => {
      const { who: phisher, link } = await asked();
      const own = codeIn(await (await submit(link, { nik: "3524012003859902", kk: KK })).text());
      const victims = codeIn(await (await submit(link, { nik: NIK, kk: KK })).text());
      expect(victims).not.toBe(own);
      await whatsapp.say(phisher, own);
      expect((await whatsapp.waitFor(phisher, 2))[1]?.text).toContain("Kode itu salah");
    });

    it("cannot be made void by a stranger who tries all codes", async () => {
      const { who, link } = await asked();
      const code = codeIn(await (await submit(link, { nik: NIK, kk: KK })).text());
      const stranger = citizen();
      for (let n = 0; n < 10; n += 1) {
        await whatsapp.say(stranger, `KODE ${String(100_000 + n)}`);
        await whatsapp.waitFor(stranger, n + 1);
      }
      await whatsapp.say(stranger, code);
      expect((await whatsapp.waitFor(stranger, 11))[10]?.text).toContain("tidak berlaku");
      await whatsapp.say(who, code);
      expect((await whatsapp.waitFor(who, 2))[1]?.text).toContain("PKH tahap 4");
    });
  });

  it("is confirmed in any state of the chat, also by bare digits where the chat expects no words", async () => {
    const { who, link } = await asked();
    const code = codeIn(await (await submit(link, { nik: NIK, kk: KK })).text());
    await whatsapp.say(who, "menu");
    await whatsapp.waitFor(who, 2);
    await whatsapp.say(who, code.replace("KODE ", "").replace(/^(...)/, "$1 "));
    expect((await whatsapp.waitFor(who, 3))[2]?.text).toContain("PKH tahap 4");
  });

  it("asks only for the card if the NIK is known, and gives a new page after a wrong number", async () => {
    const { who, link } = await asked();
    await submitFrom(who, link, { nik: NIK, kk: "" });
    const [, proof] = await whatsapp.waitFor(who, 2);
    expect(proof?.text).toContain("berakhiran 01");
    const card = linkIn(proof?.text);
    expect(await (await fetch(card)).text()).not.toContain('name="nik"');
    await submitFrom(who, card, { kk: "3524010201199999" });
    const [, , missed] = await whatsapp.waitFor(who, 3);
    await whatsapp.press(who, missed?.choices.find(({ id }) => id.endsWith(":move"))?.id ?? "", "Pindah rumah");
    const [, , , old] = await whatsapp.waitFor(who, 4);
    await submitFrom(who, linkIn(old?.text), { kk: KK });
    expect((await whatsapp.waitFor(who, 5))[4]?.text).toContain("PKH tahap 4");
  });

  it("names its owner and always leads back to the chat, with a code only if there is one", async () => {
    const { who, link } = await asked();
    const pages = [
      await (await fetch(link)).text(),
      await (await submit(link, { nik: "1" })).text(),
      await (await submit(link, { nik: NIK, kk: KK })).text(),
    ];
    await whatsapp.say(who, codeIn(pages[2] ?? ""));
    await whatsapp.waitFor(who, 2);
    pages.push(await (await submit(link, { nik: NIK, kk: KK })).text());
    for (const [index, html] of pages.entries()) {
      expect(html).toContain("<b>Kabupaten Lamongan</b><span>Layanan resmi Dinas Sosial</span>");
      expect(html.match(/>Kembali ke WhatsApp</g)).toHaveLength(1);
      expect(html.includes('href="https://wa.me/62322000000"'), `page ${index}`).toBe(index !== 2);
    }
  });

  it("has the colours of the web chat", async () => {
    const { link } = await asked();
    const html = await (await fetch(link)).text();
    const style = readFileSync("src/channels/webchat/page/app.css", "utf8");
    for (const name of ["page", "ink", "deep", "accent", "warn", "warn-ink", "bad", "focus"]) {
      const valuesIn = (text: string) =>
        [...text.matchAll(new RegExp(`--${name}: ?(#\\w+)`, "g"))].map(([, value]) => value);
      expect(valuesIn(html), name).toEqual(valuesIn(style));
      expect(valuesIn(style), name).toHaveLength(2);
    }
  });

  it.each([
    ["a digit missing", { nik: "352401520679990" }, "kurang 1"],
    ["nothing", { nik: "" }, "belum diketik"],
    ["letters", { nik: "35240152O6799901" }, "hanya berisi angka"],
    ["a card that is no number", { nik: NIK, kk: "12" }, "Nomor KK harus 16 angka"],
    ["the same number twice", { nik: NIK, kk: NIK }, "tidak boleh sama"],
    ["script", { nik: '"><script>alert(1)</script>' }, "&lt;script&gt;"],
  ])("keeps %s on the page, and shows the error", async (_, fields, words) => {
    const { who, link } = await asked();
    const answer = await submit(link, fields);
    const html = await answer.text();
    expect([answer.status, html]).toEqual([422, expect.stringContaining(words)]);
    expect(html).not.toContain("<script>");
    expect(await whatsapp.waitFor(who, 1)).toHaveLength(1);
  });

  it("refuses an expired link, a link of another seal and a body that is too long", async () => {
    const { vault } = service.runtime;
    const { link } = await asked();
    const token = (until: number, about = "number page") =>
      `${service.url}/n/${vault.seal(["lamongan", "nobody", "nonce", "nik", "en", until], about).toString("base64url")}`;
    const lapsed = await submit(token(Date.now() - 1), { nik: NIK });
    const late = await lapsed.text();
    expect([lapsed.status, late]).toEqual([410, expect.stringContaining("The time is over")]);
    expect(late).toContain("<b>Kabupaten Lamongan</b><span>Official Dinas Sosial service</span>");
    expect((await submit(token(Date.now() + 60_000), { nik: NIK })).status, "a chat that is not there").toBe(404);
    expect((await submit(token(Date.now() + 60_000, "session"), { nik: NIK })).status, "another seal").toBe(404);
    const altered = await fetch(`${link.slice(0, -3)}xyz`);
    expect([altered.status, await altered.text()], "altered: nobody's page").toEqual([
      404,
      expect.not.stringContaining("Kabupaten"),
    ]);
    expect((await submit(link, { nik: "1".repeat(5_000) })).status, "too long").toBe(413);
    expect(
      (await fetch(link, { method: "POST", body: "{}", headers: { "content-type": "application/json" } })).status,
    ).toBe(400);
  });

  it("writes no person's number into its log", () => {
    expect(JSON.stringify(service.lines)).not.toMatch(/\d{16}/);
  });
});

const runs = existsSync(CHROMIUM) || process.env.CI === "true";
describe.runIf(runs)("the page for numbers on a phone", () => {
  it("can be used by touch or by keyboard, and shows each error beside its field", {
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
      expect(await page.getByText("kurang 1").count(), "said once").toBe(1);
      expect(await page.evaluate("document.activeElement.id"), "the cursor is where it is wrong").toBe("nik");
      expect(await page.getByLabel("NIK (16 angka)").getAttribute("aria-invalid")).toBe("true");
      await page.getByLabel("NIK (16 angka)").fill(NIK);
      await page.getByLabel("Nomor KK (16 angka)").fill(KK);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Satu langkah lagi" }).waitFor();
      const back = page.getByRole("link", { name: "Kembali ke WhatsApp" });
      expect((await back.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      const text = new URL((await back.getAttribute("href")) ?? "").searchParams.get("text") ?? "";
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/number-page-code.png` });
      await whatsapp.say(who, text);
      expect((await whatsapp.waitFor(who, 2))[1]?.text).toContain("PKH tahap 4");
      if (process.env.SCREENSHOTS) {
        const { link: another } = await asked();
        await page.goto(another);
        await page.setViewportSize({ width: 320, height: 900 });
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/number-page.png` });
        await page.getByRole("button", { name: "Kirim" }).click();
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/number-page-wrong.png` });
        await page.emulateMedia({ colorScheme: "dark" });
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/number-page-dark.png` });
      }
    } finally {
      await browser.close();
    }
  });
});
