import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../channels/webchat/browser.ts";
import { startService } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";

describe.each(serviceShapes)("a browser, over $name", ({ open }) => {
  let service: Awaited<ReturnType<typeof startService>>;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const opened = await open();
    drop = opened.drop;
    service = await startService(opened.settings, { sample: false });
  });
  afterAll(async () => {
    await service.close();
    await drop();
  });

  const history = "/webchat/lamongan/history";
  const leave = "/webchat/lamongan/leave";

  it("that left has an old cookie that opens no history and no events and sends no message; the page gives a new one", async () => {
    const browser = await openBrowser(service.url);
    await browser.say("rahasia saya");
    expect(JSON.stringify(await (await browser.get(history)).json())).toContain("rahasia");
    const stolen = browser.cookie;
    const stream = await browser.follow();
    const left = await browser.post(leave, {});
    expect(left.status).toBe(200);
    await expect(stream.until(() => false)).rejects.toThrow("ended");
    browser.cookie = stolen;
    const received = (await service.runtime.store.waiting(100)).inbound.length;
    for (const answer of [await browser.get(history), await browser.say("halo"), await browser.post(leave, {})]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get("set-cookie")).toMatch(/^sapa_chat=[\w-]{43};/);
    }
    expect((await browser.follow()).status).toBe(401);
    const page = await browser.get("/chat/lamongan");
    expect(page.headers.get("set-cookie")).not.toContain(stolen);
    expect((await service.runtime.store.waiting(100)).inbound.length).toBeLessThanOrEqual(received);
    browser.cookie = left.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await (await browser.get(history)).json()).toMatchObject({ entries: [] });
    expect((await browser.say("mulai lagi")).status).toBe(200);
  });

  it("cannot suppress another browser's message by using the message's id first", async () => {
    const [one, two] = [await openBrowser(service.url), await openBrowser(service.url)];
    const id = randomUUID();
    await one.say("pertama", id);
    await two.say("kedua", id);
    const text = async (browser: typeof one) => JSON.stringify(await (await browser.get(history)).json());
    expect(await text(one)).toContain("pertama");
    expect(await text(two)).toContain("kedua");
    await two.say("kedua", id);
    const { entries } = (await (await two.get(history)).json()) as { entries: { id: string }[] };
    expect(entries.filter((entry) => entry.id === id)).toHaveLength(1);
  });
});
