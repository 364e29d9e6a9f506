import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startService } from "../support/runtime.ts";
import { escaped, signed, startWhatsApp, type WhatsApp } from "../support/whatsapp/index.ts";

const APP_SECRET = "app-secret-of-the-stand-in";
const VERIFY = "verify-token-1";
const PHONE_ID = "100200300";
const NIK = "3524015206799901";
const KK = "3524010201199901";

let whatsapp: WhatsApp;
let service: Awaited<ReturnType<typeof startService>>;
let people = 0;
const citizen = () => `62812000${String(++people).padStart(4, "0")}`;

beforeAll(async () => {
  whatsapp = await startWhatsApp({ token: "token", appSecret: APP_SECRET, phoneNumberId: PHONE_ID });
  service = await startService({
    WHATSAPP_TOKEN__LAMONGAN: "token",
    WHATSAPP_APP_SECRET__LAMONGAN: APP_SECRET,
    WHATSAPP_VERIFY_TOKEN__LAMONGAN: VERIFY,
    WHATSAPP_PHONE_NUMBER_ID__LAMONGAN: PHONE_ID,
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

describe("whatsapp, from webhook to reply", () => {
  it("answers Meta's challenge as plain text, and no other challenge", async () => {
    const ask = (token: string) =>
      fetch(`${service.url}/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`);
    const answer = await ask(VERIFY);
    expect([answer.status, await answer.text()]).toEqual([200, "1158201444"]);
    expect(answer.headers.get("content-type")).toContain("text/plain");
    expect((await ask("wrong")).status).toBe(403);
  });

  it("tells whether a person is in the register", async () => {
    const who = citizen();
    await whatsapp.say(who, "apakah saya dapat bansos? 🙏 é");
    const [first] = await whatsapp.waitFor(who, 1);
    expect(first?.text).toContain("OTP");
    await whatsapp.say(who, NIK);
    const [, second] = await whatsapp.waitFor(who, 2);
    expect(second?.choices.map(({ title }) => title)).toEqual([
      "NIK salah ketik",
      "Tidak ada nomor KK",
      "Tidak bisa dibuka",
      "Menu utama",
    ]);
    await whatsapp.say(who, KK);
    const [, , third] = await whatsapp.waitFor(who, 3);
    expect(third?.text).toContain("tercatat sudah dibayarkan");
  });

  it("offers the menu as a list and takes a row of it", async () => {
    const who = citizen();
    await whatsapp.say(who, "halo");
    const [menu] = await whatsapp.waitFor(who, 1);
    expect(menu).toMatchObject({ type: "list" });
    expect(menu?.choices).toHaveLength(10);
    const [check] = menu?.choices ?? [];
    await whatsapp.press(who, check?.id ?? "", check?.title);
    expect((await whatsapp.waitFor(who, 2))[1]?.text).toContain("Isi NIK");
  });

  it("answers a citizen without a number by user id, and recognises the citizen with a number", async () => {
    const id = "ID.13491208655302741918";
    await whatsapp.say(id, "halo");
    const [reply] = await whatsapp.waitFor(id, 1);
    expect(reply?.raw).toMatchObject({ recipient: id });
    expect(reply?.raw).not.toHaveProperty("to");
    const phone = citizen();
    const value = whatsapp.messageFrom(phone, { type: "text", text: { body: "1" }, from_user_id: id });
    await whatsapp.send([value]);
    expect((await whatsapp.waitFor(phone, 1))[0]?.text).toContain("Isi NIK");
  });

  it("takes every message of a batch, a broken one among them, out of order", async () => {
    const [first, second] = [citizen(), citizen()];
    const broken = { ...whatsapp.messageFrom(first, {}), messages: [{ id: "wamid.broken", type: 5 }] };
    await whatsapp.send([
      whatsapp.messageFrom(first, { type: "text", text: { body: "halo" } }),
      broken,
      whatsapp.messageFrom(second, { type: "text", text: { body: "halo" } }),
    ]);
    await whatsapp.waitFor(first, 1);
    await whatsapp.waitFor(second, 1);
    expect(await service.runtime.store.deadLetters(100)).toMatchObject([{ reason: "unexpected message" }]);
  });

  it("follows a message through statuses that come twice and out of order", async () => {
    const who = citizen();
    await whatsapp.say(who, "halo");
    const [sent] = await whatsapp.waitFor(who, 1);
    const id = sent?.callbackData ?? "";
    const state = async () => (await service.runtime.store.outboundStates([id]))[id]?.state;
    await expect.poll(state).toBe("sent");
    await whatsapp.report(who, sent!, ["read", "delivered", "sent"], 2);
    expect(await state()).toBe("read");
  });

  it.each([
    { label: "as an error of the call", asStatus: false },
    { label: "only later, as a failed status", asStatus: true },
  ])("lets an answer wait for the citizen if the window is closed, as reported $label", async ({ asStatus }) => {
    const who = citizen();
    await whatsapp.say(who, "halo");
    await whatsapp.waitFor(who, 1);
    whatsapp.state.lastWrote.delete(who);
    whatsapp.state.windowAsStatus = asStatus;
    const { store, queue } = service.runtime;
    const contact = { channel: "whatsapp", account: PHONE_ID, address: who };
    const conversation = (await store.conversationOf(contact)) ?? "";
    const id = await store.addOutbound(conversation, "answer", { text: "Jawaban petugas", choices: [], locale: "id" });
    await queue.wake("outbound", { conversation });
    if (asStatus) {
      await expect.poll(() => whatsapp.state.failedLater.length).toBe(1);
      await expect.poll(async () => (await store.outboundStates([id]))[id]?.state).toBe("sent");
      await whatsapp.reportFailed();
    }
    await expect
      .poll(async () => (await store.outboundStates([id]))[id])
      .toEqual({ state: "waiting", code: "WINDOW_CLOSED" });
    whatsapp.state.windowAsStatus = false;
    await whatsapp.say(who, "menu");
    const texts = (await whatsapp.waitFor(who, 3)).map(({ text }) => text);
    expect(texts).toContain("Jawaban petugas");
  });

  it("says once a day that it cannot read a sticker", async () => {
    const who = citizen();
    await whatsapp.say(who, "halo");
    await whatsapp.waitFor(who, 1);
    for (const type of ["sticker", "reaction", "order", "unsupported"]) {
      await whatsapp.message(who, { type, [type]: { id: "1" } });
    }
    await whatsapp.waitFor(who, 2);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(whatsapp.sent(who)).toHaveLength(2);
  });

  it.each([
    [
      "an unknown phone_number_id",
      { metadata: { phone_number_id: "999" }, messages: [{ id: "x", from: "1", timestamp: "1", type: "text" }] },
    ],
    [
      "statuses of a kind of tomorrow",
      { metadata: { phone_number_id: PHONE_ID }, statuses: [{ id: "x", status: "played", timestamp: "1" }] },
    ],
    ["a value of another shape", { nothing: "known" }],
  ])("takes %s with 200", async (_, value) => {
    await whatsapp.send([value]);
    expect(Object.keys(whatsapp.stats().statuses)).toEqual(["200"]);
  });

  it.each([
    ["no signature", {}],
    ["another secret", signed("{}", "another-secret")],
    ["a signature of other bytes", signed("{} ", APP_SECRET)],
    ["a signature cut short", { "x-hub-signature-256": "sha256=00" }],
  ])("refuses %s", async (_, headers) => {
    const answer = await fetch(`${service.url}/webhooks/whatsapp`, {
      method: "POST",
      headers: headers as Record<string, string>,
      body: "{}",
    });
    expect(answer.status).toBe(401);
  });

  it("checks the signature over the bytes as they came", async () => {
    const body = escaped({ object: "whatsapp_business_account", entry: [], note: "é 🙏" }).replace(":", " : ");
    const answer = await fetch(`${service.url}/webhooks/whatsapp`, {
      method: "POST",
      headers: signed(body, APP_SECRET),
      body,
    });
    expect(answer.status).toBe(200);
  });

  it("writes no person's number into its log", () => {
    const written = JSON.stringify(service.lines);
    expect(written).not.toMatch(/\d{16}/);
    expect(written).not.toContain("62812000");
    expect(written).not.toContain("wamid");
  });
});
