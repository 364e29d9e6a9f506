import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { BROWSER_ARGUMENTS, CHROMIUM } from "../support/browser.ts";
import { startService } from "../support/runtime.ts";

const runs = existsSync(CHROMIUM) || process.env.CI === "true";
if (!runs) console.log(`The page of the API is not tried: there is no ${CHROMIUM} here.`);
const TOKEN = "operators-token-of-the-tests-1";

it.runIf(runs)("/api/docs shows every operation in a browser, under its own policy", { timeout: 60_000 }, async () => {
  const service = await startService({ API_TOKEN: TOKEN, PUBLIC_URL: "https://bansos.example" }, { sample: false });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage({ httpCredentials: { username: "operator", password: TOKEN } });
    const failed: string[] = [];
    page.on("pageerror", ({ message }) => failed.push(message));
    page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(`${service.url}/api/docs`);
    await page.locator(".opblock").first().waitFor();
    const shown = await page.locator(".opblock-summary-path").allInnerTexts();
    expect(shown.map((path) => path.replace(/\u200b/g, ""))).toContain("/api/tickets/{number}/answer");
    expect(failed).toEqual([]);
    await page.locator(".opblock-summary-control").first().click();
    await page.getByText("Parameters").first().waitFor();
  } finally {
    await browser.close();
    await service.close();
  }
});
