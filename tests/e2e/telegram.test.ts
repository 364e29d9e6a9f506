import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BOT, startWithTelegram } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";

const NIK = "3524015206799901";
const KK = "3524010201199901";

describe.each(serviceShapes)("telegram, from update to reply, over $name", ({ open }) => {
  let telegram: Awaited<ReturnType<typeof startWithTelegram>>["telegram"];
  let service: Awaited<ReturnType<typeof startWithTelegram>>["service"];
  let end: () => Promise<void>;
  let chats = 5_000;

  beforeAll(async () => {
    const { settings, drop } = await open();
    const started = await startWithTelegram(settings, { basePath: "/behind/a/proxy", clock: 0.01 });
    ({ telegram, service } = started);
    end = async () => {
      await started.close();
      await drop();
    };
  });
  afterAll(() => end());

  it("tells whether a person is in the register, after a proof", async () => {
    const chat = ++chats;
    await telegram.say(chat, "apakah saya dapat bansos?");
    const [first] = await telegram.waitFor(chat, 1);
    expect(first?.text).toContain("OTP");
    expect(first?.text).toContain("Ketik NIK");
    await telegram.say(chat, "3524 0152 0679 9901");
    await telegram.waitFor(chat, 2);
    await telegram.say(chat, KK);
    const answers = await telegram.waitFor(chat, 3);
    expect(answers[2]?.text).toContain(
      "PKH tahap 4 (Oktober 2026): tercatat sudah dibayarkan pada 14 Oktober 2026 Rp750.000",
    );
    expect(answers.map(({ text }) => text).join()).not.toContain(NIK);
  });

  it("takes a button, stops its spinner, and takes the same press twice without harm", async () => {
    const chat = ++chats;
    await telegram.say(chat, "/start");
    const [welcome] = await telegram.waitFor(chat, 1);
    const check = welcome?.buttons[0];
    await telegram.press(chat, check?.callback_data ?? "", 3);
    await telegram.waitFor(chat, 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(telegram.sent(chat)).toHaveLength(2);
    expect(telegram.state.openQueries.size).toBe(0);
  });

  it("answers three messages in order, although each is delivered twice", async () => {
    const chat = ++chats;
    await telegram.say(chat, "halo");
    await telegram.waitFor(chat, 1);
    await Promise.all([telegram.say(chat, "1", 5), telegram.say(chat, NIK, 5), telegram.say(chat, "Siti Aminah", 5)]);
    const answers = await telegram.waitFor(chat, 4);
    expect(answers.slice(1).map(({ text }) => text.split(" ")[0])).toEqual(["Ketik", "NIK", "Terdaftar."]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(telegram.sent(chat)).toHaveLength(4);
  });

  it.each([
    { label: "500", fault: { status: 500, body: { ok: false, error_code: 500, description: "Internal" } } },
    { label: "a proxy's HTML", fault: { status: 502, body: "<html>Bad Gateway</html>" } },
    {
      label: "429 with retry_after",
      fault: {
        status: 429,
        body: { ok: false, error_code: 429, description: "Too Many Requests", parameters: { retry_after: 1 } },
      },
    },
    { label: "429 without a word", fault: { status: 429, body: "slow down" } },
    { label: "a connection reset before it was read", fault: "reset-before" as const },
  ])("sends again once after $label", async ({ fault }) => {
    const chat = ++chats;
    telegram.fail("sendMessage", fault);
    await telegram.say(chat, "halo");
    await telegram.waitFor(chat, 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(telegram.sent(chat)).toHaveLength(1);
  });

  it.each([
    { label: "was lost", fault: "reset-after" as const, copies: 2 },
    { label: "comes a byte at a time, for minutes", fault: { drip: 2_000 }, copies: 2 },
    { label: "never comes", fault: "hang" as const, copies: 1 },
  ])(
    "records an attempt whose answer $label, serves other chats meanwhile, and sends the reply again",
    {
      timeout: 40_000,
    },
    async ({ fault, copies }) => {
      const [chat, other] = [++chats, ++chats];
      telegram.fail("sendMessage", fault);
      await telegram.say(chat, "halo");
      await expect
        .poll(() => telegram.calls.some(({ body }) => JSON.stringify(body).includes(String(chat))))
        .toBe(true);
      await telegram.say(other, "halo");
      await telegram.waitFor(other, 1);
      await telegram.waitFor(chat, copies, 30_000);
      const unknown = ({ fields }: (typeof service.lines)[number]) =>
        fields.code === "CHANNEL_UNKNOWN" && fields.result === "unknown" && String(fields.outbound).length > 0;
      await expect.poll(() => service.lines.filter(unknown).length).toBeGreaterThan(0);
      service.lines.length = 0;
    },
  );

  it("delays only a chat that floods, and serves other chats meanwhile", {
    timeout: 120_000,
  }, async () => {
    const flood = ++chats;
    const flooded = Promise.all(Array.from({ length: 200 }, () => telegram.say(flood, "menu")));
    const others = Array.from({ length: 20 }, () => ++chats);
    for (const chat of others) await telegram.say(chat, "halo");
    for (const chat of others) await telegram.waitFor(chat, 1);
    expect(telegram.sent(flood).length, "the flood goes on").toBeLessThan(101);
    await flooded;
    await telegram.waitFor(flood, 101, 60_000);
    await expect.poll(async () => (await service.runtime.store.backlog()).inbound, { timeout: 20_000 }).toBe(0);
    expect(telegram.sent(flood), "a hundred answers and one sentence for the rest").toHaveLength(101);
  });

  it("sends nothing to a citizen who has blocked the bot, until the citizen writes", async () => {
    const chat = ++chats;
    telegram.state.blocked.add(String(chat));
    await telegram.say(chat, "halo");
    await expect.poll(() => service.lines.some(({ fields }) => fields.code === "CONTACT_UNREACHABLE")).toBe(true);
    telegram.state.blocked.clear();
    await telegram.say(chat, "halo");
    await telegram.waitFor(chat, 1);
  });

  it("removes a number from a group and tells its writer in private; a message to the bot in a group is answered in private", async () => {
    const [writer, asker, group] = [++chats, ++chats, -100_900_100];
    const inGroup = (from: number, text: string) =>
      telegram.message(from, { chat: { id: group, type: "supergroup", title: "Warga" }, text });
    await inGroup(writer, `tolong cek ${NIK}`);
    const [told] = await telegram.waitFor(writer, 1);
    expect(told?.text).toContain("grup memuat nomor");
    expect(told?.text).not.toContain(NIK);
    await expect.poll(() => telegram.state.deleted.map(({ chat }) => chat)).toContain(String(group));
    await inGroup(asker, "@dinsos_bot apakah saya dapat bansos?");
    expect((await telegram.waitFor(asker, 1))[0]?.text).toContain("Ketik NIK");
    await inGroup(asker, "selamat pagi semua");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(telegram.sent(asker)).toHaveLength(1);
    expect(telegram.sent(group)).toHaveLength(0);
  });

  it("answers a forwarded hoax with the text on hoaxes", async () => {
    const chat = ++chats;
    await telegram.message(chat, {
      text: "Klik https://bansos-cair.xyz segera daftar",
      forward_origin: { type: "hidden_user" },
    });
    expect((await telegram.waitFor(chat, 1))[0]?.text.toLowerCase()).toContain("tautan");
  });

  it("keeps an authentic update that cannot be read, and answers 200", async () => {
    const before = (await service.runtime.store.deadLetters(100)).length;
    await telegram.update({ message: { chat: "wrong" } });
    expect(telegram.stats().statuses[200]).toBeGreaterThan(0);
    expect(await service.runtime.store.deadLetters(100)).toHaveLength(before + 1);
  });

  it.each([
    ["no secret", {}, 401],
    ["a wrong secret", { "x-telegram-bot-api-secret-token": "wrong" }, 401],
  ])("refuses %s", async (_, headers, status) => {
    const answer = await fetch(`${service.url}/webhooks/telegram/lamongan`, { method: "POST", headers, body: "{}" });
    expect(answer.status).toBe(status);
  });

  it("refuses another district", async () => {
    const answer = await fetch(`${service.url}/webhooks/telegram/atlantis`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(404);
  });

  it.each([
    [256 * 1_024, 200],
    [256 * 1_024 + 1, 413],
  ])("takes a body of %i bytes with %i", async (size, status) => {
    const headers = { "x-telegram-bot-api-secret-token": BOT.secret, "content-type": "application/json" };
    const answer = await fetch(`${service.url}/webhooks/telegram/lamongan`, {
      method: "POST",
      headers,
      body: "x".repeat(size),
    });
    expect(answer.status).toBe(status);
  });

  it("writes no person's number into its log", () => {
    expect(JSON.stringify(service.lines)).not.toMatch(/\d{16}/);
  });
});
