import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import tls from "node:tls";
import type { Officer } from "../../src/casework/officer.ts";
import type { Environment } from "../../src/config.ts";
import { loadSignedTexts, writeSignatures } from "../../src/districts/index.ts";
import type { Finding, Scene } from "../../src/doctor/check.ts";
import { examineAll } from "../../src/doctor/examine.ts";
import { openScene } from "../../src/doctor/scene.ts";
import { lastTidied } from "../../src/messaging/last-tidied.ts";
import { meetChat } from "../support/chats.ts";
import { LOCALHOST, startHttpsProxy } from "../support/https-proxy.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { officerOf } from "../support/officers.ts";
import { BOT, startService } from "../support/runtime.ts";
import { startTelegram } from "../support/telegram/index.ts";
import { startWhatsApp } from "../support/whatsapp/index.ts";

const OPERATORS = "-100777";
const META = { token: "meta-token-1", appSecret: "meta-secret-1", phoneNumberId: "5500" };
const TEMPLATES = { news: "sapa_kabar", ticket: "sapa_laporan" };
const FIELDS = ["message", "channel_post", "callback_query", "my_chat_member"];

export type World = Awaited<ReturnType<typeof startHealthy>>;
export const WHATSAPP_CHAT = { channel: "whatsapp", address: "628100001111" };
type Change = { environment?: Environment; scene?: Partial<Scene>; send?: boolean };

function signedTexts(): string {
  const own = mkdtempSync(join(tmpdir(), "sapa-own-"));
  const texts = loadSignedTexts({ shipped: "districts", own }, "lamongan");
  writeSignatures(own, texts, { name: "Siti Aminah, Dinas Sosial", date: "2026-11-27" });
  return own;
}

const officer = (id: string, more: Partial<Officer>): Officer =>
  officerOf("dinsos", { id, name: id, telegram: "7001", ...more });
export const OFFICERS = [
  officer("dina", { sensitive: true, urgent: true, survivor: true }),
  officer("tono", { rung: "tksk", allAreas: true }),
];

/** Starts a complete installation without faults on loopback. */
export async function startHealthy() {
  const before = tls.getCACertificates("default");
  tls.setDefaultCACertificates([...before, LOCALHOST]);
  const proxy = await startHttpsProxy();
  const telegram = await startTelegram(BOT);
  const whatsapp = await startWhatsApp(META);
  const own = signedTexts();
  const settings = {
    PUBLIC_URL: proxy.url,
    DISTRICTS_DIR: own,
    METRICS_TOKEN: "metrics-token-of-the-doctor-1",
    TELEGRAM_BOT_TOKEN: BOT.token,
    TELEGRAM_WEBHOOK_SECRET: BOT.secret,
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_OPERATORS_CHAT: OPERATORS,
    WHATSAPP_TOKEN: META.token,
    WHATSAPP_APP_SECRET: META.appSecret,
    WHATSAPP_VERIFY_TOKEN: "verify-token-1",
    WHATSAPP_PHONE_NUMBER_ID: META.phoneNumberId,
    WHATSAPP_BUSINESS_ACCOUNT_ID: "6600",
    WHATSAPP_TEMPLATE_NEWS: TEMPLATES.news,
    WHATSAPP_TEMPLATE_TICKET: TEMPLATES.ticket,
    WHATSAPP_API_ROOT: whatsapp.url,
  };
  const service = await startService(settings, { alone: true });
  proxy.leadTo(service.url);
  telegram.state.chats.set(OPERATORS, { type: "supergroup", member: { status: "member" } });
  whatsapp.state.app.callback = `${proxy.url}/webhooks/whatsapp`;
  for (const name of Object.values(TEMPLATES))
    whatsapp.state.templates.push({ name, language: "id", status: "APPROVED", category: "UTILITY" });
  const setWebhook = (more: object = {}) => {
    telegram.state.webhook = { url: `${proxy.url}/webhooks/telegram/lamongan`, allowed_updates: FIELDS, ...more };
  };
  setWebhook();
  const { store } = service.runtime;
  for (const one of OFFICERS) await store.saveOfficer(one);
  await meetChat(store, { channel: "telegram", address: "7001" }, BOT.token.split(":")[0] ?? "");
  await meetChat(store, WHATSAPP_CHAT, META.phoneNumberId);
  writeFileSync(join(service.directory, "last-backup"), "");
  chmodSync(service.directory, 0o700);
  for (let waited = 0; (await lastTidied(store, Date.now())) === undefined && waited < 200; waited += 1)
    await pause(50);

  const environment: Environment = {
    DATA_DIR: service.directory,
    DISTRICTS: "lamongan",
    PORT: new URL(service.url).port,
    HOST: "127.0.0.1",
    ...KEY_SETTINGS,
    ...settings,
  };

  return {
    own,
    proxy,
    telegram,
    whatsapp,
    service,
    store,
    environment,
    setWebhook,
    /** Returns the doctor's findings after these changes to the settings or to the scene. */
    async look({ environment: changed = {}, scene: over = {}, send = false }: Change = {}): Promise<Finding[]> {
      const { findings, scene, close } = await openScene({ ...environment, ...changed }, { send });
      try {
        return scene ? [...findings, ...(await examineAll({ ...scene, ...over }))] : findings;
      } finally {
        await close();
      }
    },
    async close() {
      tls.setDefaultCACertificates(before);
      await service.close();
      await telegram.close();
      await whatsapp.close();
      await proxy.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
