import { describe, expect, it } from "vitest";
import { type Span, startCollector } from "../support/collector.ts";
import { startWithTelegram } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";

const TOKEN = "operators-token-of-the-tests-1";
const NIK = "3524015206799901";

describe.each(serviceShapes)("traces of $name", ({ open }) => {
  it("follow a message from the webhook to the reply, without personal data", {
    timeout: 30_000,
  }, async () => {
    const collector = await startCollector();
    const { settings, drop } = await open();
    const { telegram, close } = await startWithTelegram({ ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    await telegram.say(930_112_233, NIK);
    await telegram.waitFor(930_112_233, 1);
    await close();
    await collector.close();
    await drop();

    expect(collector.resources[0]).toMatchObject({
      "service.name": "sapa-bansos",
      "service.version": expect.stringMatching(/^\d+\.\d+\.\d+/),
      "service.instance.id": expect.stringMatching(new RegExp(`.-${process.pid}$`)),
    });
    const named = (name: string): Span => collector.spans.find((span) => span.name === name) as Span;
    const [web, answer, send] = [named("POST /webhooks/telegram/:district"), named("answer"), named("send")];
    expect([answer.traceId, send.traceId]).toEqual([web.traceId, web.traceId]);
    const ancestors = (span: Span | undefined): string[] =>
      span ? [span.name, ...ancestors(collector.spans.find(({ spanId }) => spanId === span.parentSpanId))] : [];
    const ours = ancestors(send).filter((name) => !name.includes("bound"));
    expect(ours).toEqual(["send", "answer", "POST /webhooks/telegram/:district"]);
    const all = JSON.stringify(collector.spans);
    for (const secret of [NIK, "930112233"]) expect(all).not.toContain(secret);
  });
});

describe("the board of the queues", { timeout: 30_000 }, () => {
  it("does not exist without Redis", async () => {
    const { service, close } = await startWithTelegram({ API_TOKEN: TOKEN });
    expect((await fetch(`${service.url}/queues`)).status).toBe(404);
    await close();
  });

  it.each(serviceShapes.slice(1))(
    "of $name opens with the operators' token, as a password in a browser, and shows every queue",
    async ({ open }) => {
      const { settings, drop } = await open();
      const { service, close } = await startWithTelegram({ ...settings, API_TOKEN: TOKEN });
      const asked = (path: string, authorization?: string) =>
        fetch(`${service.url}${path}`, { headers: authorization ? { authorization } : {} });
      const basic = (password: string) => `Basic ${Buffer.from(`operator:${password}`).toString("base64")}`;
      const closed = await asked("/queues");
      expect([closed.status, closed.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining("Basic")]);
      expect((await asked("/queues/api/queues")).status).toBe(401);
      expect((await asked("/queues/api/queues", basic("wrong"))).status).toBe(401);
      const page = await asked("/queues", basic(TOKEN));
      const html = await page.text();
      expect([page.status, html]).toEqual([200, expect.stringContaining("<html")]);
      const policy = page.headers.get("content-security-policy") ?? "";
      expect(`${html} ${policy}`, "it loads nothing of anybody else").not.toMatch(/(https?:)?\/\/[a-z0-9-]+\.[a-z]/i);
      expect(policy).toContain("default-src 'self'");
      const { queues } = (await (await asked("/queues/api/queues", `Bearer ${TOKEN}`)).json()) as {
        queues: { name: string; readOnlyMode: boolean }[];
      };
      expect(queues.map(({ name }) => name).sort()).toEqual(["complaints", "inbound", "media", "outbound"]);
      expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
      await close();
      await drop();
    },
  );
});
