import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startService } from "../support/runtime.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";

const TOKEN = "metrics-token-of-the-tests-1";
let telegram: Telegram;
let service: Awaited<ReturnType<typeof startService>>;

beforeAll(async () => {
  telegram = await startTelegram({ token: "1000:stand-in", secret: "stand-in-secret-1" });
  service = await startService({
    METRICS_TOKEN: TOKEN,
    TELEGRAM_BOT_TOKEN__LAMONGAN: "1000:stand-in",
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: "stand-in-secret-1",
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
  });
  telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
});
afterAll(async () => {
  await service.close();
  await telegram.close();
});

const scraped = async (): Promise<Record<string, number>> => {
  const answer = await fetch(`${service.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const lines = (await answer.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]),
  );
};

describe("/metrics", () => {
  it("counts a message, its copies, its turn and its reply", async () => {
    await telegram.say(7_001, "halo", 3);
    await telegram.waitFor(7_001, 1);
    await expect
      .poll(async () => (await scraped())['sapa_send_seconds_count{channel="telegram",result="sent"}'])
      .toBe(1);
    expect(await scraped()).toMatchObject({
      'sapa_messages_accepted_total{channel="telegram"}': 1,
      'sapa_messages_duplicate_total{channel="telegram"}': 2,
      'sapa_turn_seconds_count{outcome="handled"}': 1,
      'sapa_webhook_seconds_count{path="/webhooks/telegram/:district",status="200"}': 3,
      sapa_inbound_pending: 0,
      sapa_outbox_pending: 0,
      sapa_outbox_oldest_seconds: 0,
      sapa_dead_letters: 0,
      sapa_spool_holding: 0,
    });
  });

  it.each([
    ["no token", {}],
    ["a wrong token", { authorization: "Bearer wrong" }],
  ])("is closed to %s", async (_, headers) => {
    expect((await fetch(`${service.url}/metrics`, { headers })).status).toBe(401);
  });

  it("does not exist without its setting", async () => {
    const other = await startService({}, { sample: false });
    expect((await fetch(`${other.url}/metrics`)).status).toBe(404);
    await other.close();
  });
});
