import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actOnTicket } from "../../src/casework/desk/act-on-ticket.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { BOT, startService } from "../support/runtime.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";
import { signed, startWhatsApp, type WhatsApp } from "../support/whatsapp/index.ts";

const API_TOKEN = "token-of-the-tests-0123456789";
const APP_SECRET = "app-secret-of-the-stand-in";
const OPERATORS = 40_001;

let telegram: Telegram;
let whatsapp: WhatsApp;
let service: Awaited<ReturnType<typeof startService>>;
let settings: Record<string, string>;

beforeAll(async () => {
  telegram = await startTelegram({ ...BOT });
  telegram.state.chats.set(String(OPERATORS), { type: "private", member: {} });
  whatsapp = await startWhatsApp({ token: "token", appSecret: APP_SECRET, phoneNumberId: "100200303" });
  whatsapp.state.app.callback = "https://bansos.example/webhooks/whatsapp";
  settings = {
    PUBLIC_URL: "https://bansos.example",
    TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
    TELEGRAM_OPERATORS_CHAT__LAMONGAN: String(OPERATORS),
    WHATSAPP_TOKEN__LAMONGAN: "token",
    WHATSAPP_APP_SECRET__LAMONGAN: APP_SECRET,
    WHATSAPP_VERIFY_TOKEN__LAMONGAN: "verify-token-1",
    WHATSAPP_PHONE_NUMBER_ID__LAMONGAN: "100200303",
    WHATSAPP_API_ROOT__LAMONGAN: whatsapp.url,
    WHATSAPP_TEMPLATE_NEWS__LAMONGAN: "sapa_kabar",
    WHATSAPP_BUSINESS_ACCOUNT_ID__LAMONGAN: "200",
  };
  service = await startService({ ...settings, API_TOKEN, SEND_RATE: "0", SEND_RATE_CHAT: "0" }, { sample: false });
  telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
  whatsapp.setWebhook(`${service.url}/webhooks/whatsapp`);
});
afterAll(async () => {
  await service.close();
  await Promise.all([telegram.close(), whatsapp.close()]);
});

type Status = {
  channel: string;
  ok: boolean;
  checks: { what: string; ok: boolean; detail: string }[];
  activity: Record<string, number>;
};
async function statuses(): Promise<Record<string, Status>> {
  const answer = await fetch(`${service.url}/api/channels`, { headers: { authorization: `Bearer ${API_TOKEN}` } });
  expect(answer.status).toBe(200);
  return Object.fromEntries(((await answer.json()) as Status[]).map((one) => [one.channel, one]));
}
const checkOf = (status: Status | undefined, what: string) => status?.checks.find((one) => one.what === what);

describe("the status of channels", () => {
  it("comes from their platforms: webhook, quality, template", async () => {
    expect(checkOf((await statuses()).telegram, "webhook")).toMatchObject({
      ok: false,
      detail: expect.stringContaining("not set"),
    });
    telegram.state.webhook = { url: "https://bansos.example/webhooks/telegram/lamongan" };
    const before = await statuses();
    expect(before.telegram).toMatchObject({ ok: true });
    expect(checkOf(before.telegram, "credentials")?.detail).toBe("@stand_in_bot");
    expect(checkOf(before.whatsapp, "templates")).toMatchObject({ ok: false, detail: "sapa_kabar is not there" });
    whatsapp.state.templates.push({ name: "sapa_kabar", language: "id", status: "APPROVED", category: "UTILITY" });
    expect((await statuses()).whatsapp).toMatchObject({ ok: true });
    expect(before.webchat).toMatchObject({ ok: true, checks: [] });
  });

  it("counts received and sent messages", async () => {
    await telegram.say(40_100, "halo");
    await telegram.waitFor(40_100, 1);
    await expect
      .poll(async () => (await statuses()).telegram?.activity, { timeout: 15_000 })
      .toMatchObject({
        received: 1,
        sent: 1,
        lastReceived: expect.any(Number),
      });
  }, 20_000);

  it("is the same on the command line, which ends with 1 for a fault", () => {
    const directory = mkdtempSync(join(tmpdir(), "sapa-channels-"));
    const sapa = (more: Record<string, string>, ...args: string[]) =>
      spawnSync(process.execPath, [join(import.meta.dirname, "../../src/cli/sapa.ts"), "channels", ...args], {
        cwd: directory,
        env: { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan", ...more },
        encoding: "utf8",
        timeout: 30_000,
      });
    try {
      // This process waits for the command, so its stand-ins cannot answer.
      const away = {
        ...settings,
        TELEGRAM_API_ROOT__LAMONGAN: "http://127.0.0.1:9",
        WHATSAPP_API_ROOT__LAMONGAN: "http://127.0.0.1:9",
      };
      const status = sapa(away, "status");
      expect([status.status, status.stdout]).toEqual([
        1,
        expect.stringMatching(/BAD {2}telegram 1000 \(lamongan\)\n.*credentials +BAD CHANNEL_BUSY/),
      ]);
      expect(sapa({}, "status", "--json").status).toBe(0);
      const test = sapa(away, "test", "--district", "lamongan", "--channel", "telegram", "--to", "1");
      expect([test.status, test.stderr]).toEqual([1, "not sent: CHANNEL_BUSY\n"]);
      expect(sapa(away, "test", "--district", "jombang", "--channel", "telegram", "--to", "1").status).toBe(2);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }, 60_000);
});

describe("operators", () => {
  const report = async (field: string, value: object) => {
    const body = JSON.stringify({
      object: "whatsapp_business_account",
      entry: [{ id: "200", changes: [{ field, value }] }],
    });
    const headers = { "content-type": "application/json", ...signed(body, APP_SECRET) };
    expect((await fetch(`${service.url}/webhooks/whatsapp`, { method: "POST", headers, body })).status).toBe(200);
  };
  const heard = () => telegram.sent(OPERATORS).map(({ text }) => text);

  it.each([
    ["account_update", { event: "DISABLED_UPDATE" }],
    ["phone_number_quality_update", { event: "DOWNGRADE", current_limit: "TIER_250" }],
    ["message_template_status_update", { event: "REJECTED", message_template_name: "sapa_kabar" }],
  ])("get one alert about %s", async (field, value) => {
    await report(field, value);
    await report(field, value);
    await expect.poll(() => heard().filter((text) => text.includes(field)).length).toBe(1);
    expect(heard().find((text) => text.includes(field))).toContain(value.event);
  });

  it("get no alert about a working channel", async () => {
    await report("message_template_status_update", { event: "APPROVED", message_template_name: "sapa_kabar" });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard().join()).not.toContain("APPROVED");
  });
});

describe("a citizen whose 24 hours are over", () => {
  it("is asked once to write, and gets the waiting messages after writing", { timeout: 30_000 }, async () => {
    const who = "6281400000001";
    await whatsapp.say(who, "petugas");
    await whatsapp.waitFor(who, 1);
    await whatsapp.say(who, "kapan loket buka");
    const filed = await whatsapp.waitFor(who, 2);
    const number = /LMG-\d{2}-\d{6}-\d/.exec(filed[1]?.text ?? "")?.[0] ?? "";
    whatsapp.state.window = 0;
    const act = (id: string, text: string) =>
      actOnTicket(service.runtime, number, { id, by: "dina", type: "answer", text });
    await act("answer-1", "Loket buka pukul 8.");
    const [, , nudge] = await whatsapp.waitFor(who, 3);
    expect(nudge).toMatchObject({ type: "template", text: expect.stringContaining("sapa_kabar") });
    await act("answer-2", "Bawa KTP.");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(whatsapp.sent(who), "asked once a day").toHaveLength(3);
    whatsapp.state.window = 86_400_000;
    await whatsapp.say(who, "BUKA");
    await whatsapp.waitFor(who, 6);
    const texts = whatsapp
      .sent(who)
      .slice(3)
      .map(({ text }) => text)
      .join("\n");
    for (const words of ["Loket buka pukul 8.", "Bawa KTP.", "Kabar yang menunggu"]) expect(texts).toContain(words);
  });

  it("has read marks under messages, like every citizen", () => {
    expect(whatsapp.state.readMarks.length).toBeGreaterThan(0);
  });
});
