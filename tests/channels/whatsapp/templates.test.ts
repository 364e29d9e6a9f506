import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel, OpenChannel } from "../../../src/channels/channel.ts";
import { whatsapp as module } from "../../../src/channels/whatsapp/index.ts";
import { conversationIn, outboundId } from "../../../src/store/ports/outbox.ts";
import { body } from "../../support/messages.ts";
import { signed, startWhatsApp, type WhatsApp } from "../../support/whatsapp/index.ts";

const SECRET = "app-secret-of-the-stand-in";
const NUMBER = "100200300";
const WHO = "6281400000002";
const TICKET = "LMG-26-000001-1";
const CONVERSATION = "chat1";
const WAITING = outboundId(CONVERSATION, "out1");

let whatsapp: WhatsApp;
let opened: OpenChannel;
let channel: Channel;

const service = {
  ...{
    endSession: async () => undefined,
    hasEnded: async () => false,
    receive: async () => {},
    history: async () => [],
    watch: () => () => {},
    log: () => {},
  },
  ...{ publicUrl: "https://chat.example", districtName: (id: string) => id, pageTexts: () => ({}) },
};

beforeEach(async () => {
  whatsapp = await startWhatsApp({ token: "token", appSecret: SECRET, phoneNumberId: NUMBER });
  const settings = module.settings.parse({
    WHATSAPP_TOKEN: "token",
    WHATSAPP_APP_SECRET: SECRET,
    WHATSAPP_VERIFY_TOKEN: "verify-token-1",
    WHATSAPP_PHONE_NUMBER_ID: NUMBER,
    WHATSAPP_BUSINESS_ACCOUNT_ID: "200",
    WHATSAPP_TEMPLATE_NEWS: "sapa_kabar",
    WHATSAPP_TEMPLATE_TICKET: "sapa_laporan",
    WHATSAPP_API_ROOT: whatsapp.url,
  });
  opened = module.open([{ district: "lamongan", settings }], service);
  channel = opened.accounts[0]!;
});
afterEach(async () => {
  await opened.close();
  await whatsapp.close();
});

/** Takes lines such as `sapa_laporan en APPROVED`. */
function meta(...lines: string[]): void {
  whatsapp.state.templates = lines.map((line) => {
    const [name = "", language = "", status = ""] = line.split(" ");
    return { name, language, status, category: "UTILITY", parameters: name === "sapa_laporan" ? 1 : 0 };
  });
}
const askToWrite = (more: { locale?: string; ticket?: string } = {}) =>
  channel.askToWrite!({
    id: WAITING,
    to: { channel: "whatsapp", account: NUMBER, address: WHO },
    ...body("kabar", more),
  });
const lookups = () => whatsapp.calls.filter(({ name }) => name === "message_templates").length;
const arrived = () => ({
  templates: whatsapp.sent(WHO).map(({ text }) => {
    const { name, language } = JSON.parse(text) as { name: string; language: { code: string } };
    return `${name} ${language.code}`;
  }),
  calls: whatsapp.attempts(WHO, "template"),
});

it("a template's id names the chat of the waiting message, but is not that message's id", async () => {
  meta("sapa_kabar id APPROVED");
  await askToWrite();
  const [sent] = whatsapp.sent(WHO);
  const id = sent?.callbackData ?? "";
  expect(conversationIn(id)).toBe(CONVERSATION);
  expect(id).not.toBe(WAITING);
});

describe("a request to write with Meta's approvals", () => {
  it.each([
    {
      label: "the citizen's language",
      there: ["sapa_kabar id APPROVED", "sapa_kabar en APPROVED"],
      sent: "sapa_kabar en",
    },
    {
      label: "a country's form of the citizen's language",
      there: ["sapa_kabar id APPROVED", "sapa_kabar en_US APPROVED"],
      sent: "sapa_kabar en_US",
    },
    {
      label: "Indonesian without a template in the citizen's language",
      there: ["sapa_kabar id APPROVED", "sapa_kabar fr APPROVED"],
      sent: "sapa_kabar id",
    },
    {
      label: "the Indonesian template while Meta checks the citizen's language",
      there: ["sapa_kabar id APPROVED", "sapa_kabar en PENDING"],
      sent: "sapa_kabar id",
    },
    {
      label: "the template for reports",
      ticket: TICKET,
      there: ["sapa_kabar en APPROVED", "sapa_laporan en APPROVED"],
      sent: "sapa_laporan en",
    },
    {
      label: "the Indonesian template for reports before the plain template in the citizen's language",
      ticket: TICKET,
      there: ["sapa_kabar en APPROVED", "sapa_laporan id APPROVED"],
      sent: "sapa_laporan id",
    },
    {
      label: "the plain template while the template for reports is paused",
      ticket: TICKET,
      there: ["sapa_kabar id APPROVED", "sapa_laporan id PAUSED"],
      sent: "sapa_kabar id",
    },
    {
      label: "the plain template if only a longer name contains the name of the template for reports",
      ticket: TICKET,
      there: ["sapa_kabar id APPROVED", "sapa_laporan_lama id APPROVED"],
      sent: "sapa_kabar id",
    },
  ])("sends one template in one request: $label", async ({ there, sent, ticket }) => {
    meta(...there);
    await askToWrite({ locale: "en", ...(ticket ? { ticket } : {}) });
    expect(arrived()).toEqual({ templates: [sent], calls: 1 });
    expect(whatsapp.sent(WHO)[0]?.text.includes(TICKET)).toBe(sent.startsWith("sapa_laporan"));
  });

  it.each([
    { label: "no template exists", there: [] },
    {
      label: "all templates are paused, rejected or disabled",
      there: ["sapa_kabar id PAUSED", "sapa_kabar en REJECTED", "sapa_laporan id DISABLED"],
    },
    { label: "the only template is in a third language", there: ["sapa_kabar fr APPROVED"] },
  ])("sends no template and makes no request: $label", async ({ there }) => {
    meta(...there);
    await expect(askToWrite({ locale: "en", ticket: TICKET })).rejects.toMatchObject({ code: "CHANNEL_REJECTED" });
    expect(arrived()).toEqual({ templates: [], calls: 0 });
  });
});

describe("Meta's approval of templates", () => {
  it("is asked for once for many messages, and again after a notice", async () => {
    meta("sapa_kabar id APPROVED");
    await Promise.all([askToWrite(), askToWrite(), askToWrite()]);
    await askToWrite();
    expect(lookups()).toBe(1);
    meta("sapa_kabar id PAUSED");
    const changes = [
      {
        field: "message_template_status_update",
        value: { event: "PAUSED", message_template_name: "sapa_kabar", message_template_language: "id" },
      },
    ];
    const text = JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "200", changes }] });
    const request = { params: {}, query: {}, ip: "127.0.0.1", headers: signed(text, SECRET), body: Buffer.from(text) };
    expect(opened.parse(request)).toMatchObject([{ type: "notice", bad: true }]);
    await expect(askToWrite()).rejects.toMatchObject({ code: "CHANNEL_REJECTED" });
    expect([lookups(), arrived().calls]).toEqual([2, 4]);
  });

  it("is asked for again after Meta refused a template", async () => {
    meta("sapa_kabar id APPROVED");
    await askToWrite();
    meta("sapa_kabar id PAUSED");
    await expect(askToWrite()).rejects.toMatchObject({ details: { platformCode: 132015 } });
    await expect(askToWrite()).rejects.toMatchObject({ code: "CHANNEL_REJECTED" });
    expect([lookups(), arrived().calls], "the third is not called").toEqual([2, 2]);
  });

  it.each([
    ["a refusal", { status: 403, body: { error: { code: 200, message: "permission" } } }],
    ["a page of a proxy", { status: 200, body: "<html>" }],
    ["no answer", "reset-after" as const],
  ])("is not needed: after %s, the citizen's language is tried, then Indonesian", async (_, fault) => {
    meta("sapa_kabar id APPROVED");
    whatsapp.fail("message_templates", fault);
    await askToWrite({ locale: "en" });
    expect(arrived()).toEqual({ templates: ["sapa_kabar id"], calls: 2 });
  });

  it("is checked for every template", async () => {
    meta("sapa_kabar id APPROVED", "sapa_kabar en PENDING", "sapa_laporan id PAUSED");
    const checks = await channel.check!();
    expect(checks.filter(({ what }) => what === "templates")).toEqual([
      {
        what: "templates",
        ok: false,
        says: "template sapa_laporan is paused at Meta and cannot be sent",
        next: expect.any(String),
        detail: "sapa_laporan id PAUSED",
      },
      { what: "templates", ok: true, detail: "sapa_kabar id APPROVED, sapa_kabar en PENDING" },
    ]);
    whatsapp.fail("message_templates", { status: 403, body: { error: { code: 200, message: "permission" } } }, 2);
    expect(await channel.check!()).toMatchObject([
      { what: "credentials", ok: true },
      { what: "quality", ok: true },
      { what: "webhook", ok: false },
      { what: "templates", ok: false, detail: "sapa_laporan CHANNEL_STOPPED 200" },
      { what: "templates", ok: false, detail: "sapa_kabar CHANNEL_STOPPED 200" },
      { what: "clock", ok: true },
    ]);
  });
});

it("a channel's clock follows the platform's answers", async () => {
  meta("sapa_kabar id APPROVED");
  const apart = () => Math.abs(channel.now!() - Date.now() - whatsapp.state.ahead);
  expect(apart(), "ours at first").toBeLessThan(1_000);
  whatsapp.state.ahead = 30 * 3_600_000;
  await askToWrite();
  expect(apart(), "told in seconds").toBeLessThan(3_000);
});
