import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { actOnTicket } from "../../src/casework/desk/act-on-ticket.ts";
import { startService } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";
import { signed, startWhatsApp, type WhatsApp } from "../support/whatsapp/index.ts";

const APP_SECRET = "app-secret-of-the-stand-in";
const PHONE_ID = "100200305";
const HOUR = 3_600_000;
const NEWS = { name: "sapa_kabar", language: "id", status: "APPROVED", category: "UTILITY" };
const TICKET = { ...NEWS, name: "sapa_laporan", parameters: 1 };

describe.each(serviceShapes)("the 24-hour window on WhatsApp over $name", { timeout: 60_000 }, ({ name, open }) => {
  let whatsapp: WhatsApp;
  let service: Awaited<ReturnType<typeof startService>>;
  let drop: () => Promise<void>;
  let people = name.length * 100;
  const citizen = () => `62815000${String(++people).padStart(5, "0")}`;

  beforeAll(async () => {
    const shape = await open();
    drop = shape.drop;
    whatsapp = await startWhatsApp({ token: "token", appSecret: APP_SECRET, phoneNumberId: PHONE_ID });
    service = await startService({
      ...shape.settings,
      WHATSAPP_TOKEN__LAMONGAN: "token",
      WHATSAPP_APP_SECRET__LAMONGAN: APP_SECRET,
      WHATSAPP_VERIFY_TOKEN__LAMONGAN: "verify-token-1",
      WHATSAPP_PHONE_NUMBER_ID__LAMONGAN: PHONE_ID,
      WHATSAPP_BUSINESS_ACCOUNT_ID__LAMONGAN: "200",
      WHATSAPP_TEMPLATE_NEWS__LAMONGAN: NEWS.name,
      WHATSAPP_TEMPLATE_TICKET__LAMONGAN: TICKET.name,
      WHATSAPP_API_ROOT__LAMONGAN: whatsapp.url,
      SEND_RATE: "0",
      SEND_RATE_CHAT: "0",
    });
    whatsapp.setWebhook(`${service.url}/webhooks/whatsapp`);
    await approved(NEWS, TICKET);
  });
  afterEach(async () => {
    whatsapp.state.windowAsStatus = false;
    await approved(NEWS, TICKET);
  });
  afterAll(async () => {
    await service.close();
    await whatsapp.close();
    await drop();
  });

  async function approved(...templates: WhatsApp["state"]["templates"]): Promise<void> {
    whatsapp.state.templates = templates;
    const change = { field: "message_template_status_update", value: { event: "APPROVED" } };
    const body = JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "200", changes: [change] }] });
    const headers = { "content-type": "application/json", ...signed(body, APP_SECRET) };
    expect((await fetch(`${service.url}/webhooks/whatsapp`, { method: "POST", headers, body })).status).toBe(200);
  }
  /** The service learns the new time from a message in another chat. */
  async function later(): Promise<void> {
    whatsapp.state.ahead += 25 * HOUR;
    const other = citizen();
    await whatsapp.say(other, "halo");
    await whatsapp.waitFor(other, 1);
  }
  async function reported() {
    const who = citizen();
    await whatsapp.say(who, "petugas");
    await whatsapp.waitFor(who, 1);
    await whatsapp.say(who, "kapan loket buka");
    const [, filed] = await whatsapp.waitFor(who, 2);
    const number = /LMG-\d{2}-\d{6}-\d/.exec(filed?.text ?? "")?.[0] ?? "";
    let acts = 0;
    const answers = async (text: string): Promise<string> => {
      acts += 1;
      const ticket = await actOnTicket(service.runtime, number, { id: `a${acts}`, by: "dina", type: "answer", text });
      const last = ticket.events.at(-1);
      return last && "outbound" in last ? (last.outbound ?? "") : "";
    };
    return { who, number, answers };
  }
  const freeTexts = (who: string) => whatsapp.attempts(who, "text") + whatsapp.attempts(who, "interactive");
  const stateOf = async (id: string) => (await service.runtime.store.outboundStates([id]))[id]?.state;
  const waits = (id: string) => expect.poll(() => stateOf(id), { timeout: 15_000 }).toBe("waiting");
  const templateOf = (who: string, at: number) => JSON.parse(whatsapp.sent(who)[at]?.text ?? "{}");

  it("an officer's answer waits, a template about the report asks the citizen to write, and the answer then comes first", async () => {
    const { who, number, answers } = await reported();
    await later();
    const before = freeTexts(who);
    const id = await answers("Loket buka pukul 8.");
    await waits(id);
    expect(freeTexts(who), "no free text is tried").toBe(before);
    expect(whatsapp.sent(who)).toHaveLength(3);
    expect(templateOf(who, 2)).toEqual({
      name: "sapa_laporan",
      language: { code: "id" },
      components: [{ type: "body", parameters: [{ type: "text", text: number }] }],
    });
    await whatsapp.say(who, "BUKA");
    const sent = (await whatsapp.waitFor(who, 5, 20_000)).slice(3).map(({ text }) => text);
    expect(sent[0]).toContain("Loket buka pukul 8.");
    expect(sent[1]).toContain("Kabar yang menunggu");
    expect(sent).toHaveLength(2);
    expect(await stateOf(id)).toBe("sent");
  });

  it("a second message of the day sends no second template, and both messages come in order", async () => {
    const { who, answers } = await reported();
    await later();
    await waits(await answers("Yang pertama."));
    await waits(await answers("Yang kedua."));
    expect(whatsapp.attempts(who, "template")).toBe(1);
    await whatsapp.say(who, "BUKA");
    const sent = (await whatsapp.waitFor(who, 6, 20_000)).slice(3).map(({ text }) => text);
    expect([sent[0], sent[1]]).toEqual([
      expect.stringContaining("Yang pertama."),
      expect.stringContaining("Yang kedua."),
    ]);
  });

  it("a closed window that is reported only later, as a failed status, sends the template too", async () => {
    const { who, number, answers } = await reported();
    whatsapp.closeWindow(who);
    whatsapp.state.windowAsStatus = true;
    const id = await answers("Loket buka pukul 8.");
    await expect.poll(() => whatsapp.state.failedLater.length, { timeout: 15_000 }).toBe(1);
    await expect.poll(() => stateOf(id), { timeout: 15_000 }).toBe("sent");
    await whatsapp.reportFailed();
    await waits(id);
    expect(templateOf(who, 2)).toMatchObject({
      name: "sapa_laporan",
      components: [{ parameters: [{ text: number }] }],
    });
    const before = freeTexts(who);
    await waits(await answers("Bawa KTP."));
    expect(freeTexts(who), "it is known now").toBe(before);
    whatsapp.state.windowAsStatus = false;
    await whatsapp.say(who, "BUKA");
    const sent = (await whatsapp.waitFor(who, 6, 20_000)).slice(3).map(({ text }) => text);
    expect(sent.map((text) => /Loket|Bawa|Kabar/.exec(text)?.[0])).toEqual(["Loket", "Bawa", "Kabar"]);
  });

  it("if every template is paused, the platform is not called, and the text waits", async () => {
    const { who, answers } = await reported();
    await later();
    await approved({ ...NEWS, status: "PAUSED" }, { ...TICKET, status: "PAUSED" });
    const [free, lines] = [freeTexts(who), service.lines.length];
    await waits(await answers("Loket buka pukul 8."));
    expect([freeTexts(who), whatsapp.attempts(who, "template")]).toEqual([free, 0]);
    const warnings = service.lines.slice(lines).filter(({ level }) => level === "warn");
    expect(warnings).toMatchObject([{ message: "not asked to write", fields: { code: "CHANNEL_REJECTED" } }]);
    await whatsapp.say(who, "menu");
    expect((await whatsapp.waitFor(who, 4, 20_000))[2]?.text).toContain("Loket buka pukul 8.");
  });

  it("a message about no report uses the plain template, in Indonesian if the citizen's language is not approved", async () => {
    const { who } = await reported();
    await later();
    await approved(NEWS, { ...NEWS, language: "en", status: "REJECTED" }, { ...TICKET, language: "en" });
    const { store, queue } = service.runtime;
    const contact = { channel: "whatsapp", account: PHONE_ID, address: who };
    const conversation = (await store.conversationOf(contact)) ?? "";
    const id = await store.addOutbound(conversation, "news", { text: "News", choices: [], locale: "en" });
    await queue.wake("outbound", { conversation });
    await waits(id);
    expect(templateOf(who, 2)).toEqual({ name: "sapa_kabar", language: { code: "id" } });
  });

  it("a message that reaches us a day late is answered as soon as its citizen writes again", async () => {
    const who = citizen();
    const late = whatsapp.timestamp(Date.now() + whatsapp.state.ahead - 25 * HOUR);
    await whatsapp.message(who, { type: "text", text: { body: "halo" }, timestamp: late });
    await whatsapp.waitFor(who, 1, 20_000);
    expect(templateOf(who, 0)).toMatchObject({ name: "sapa_kabar" });
    await whatsapp.say(who, "BUKA");
    const sent = await whatsapp.waitFor(who, 3, 20_000);
    expect(sent[1]?.text).toContain("Halo, ini layanan");
    expect(sent[2]?.text).toContain("Kabar yang menunggu");
  });

  it("writes no person's number into its log", () => {
    const written = JSON.stringify(service.lines);
    expect(written).toContain("asked to write");
    for (const secret of ["62815000", "wamid", "Loket"]) expect(written).not.toContain(secret);
  });
});
