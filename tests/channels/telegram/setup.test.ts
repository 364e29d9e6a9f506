import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { Settings } from "../../../src/channels/telegram/schema.ts";
import { setUpTelegram } from "../../../src/channels/telegram/setup.ts";

it.each([
  [401, { code: "CHANNEL_STOPPED", message: /TELEGRAM_BOT_TOKEN: copy the bot's token anew from @BotFather$/ }],
  [400, { code: "CHANNEL_REJECTED", message: /^telegram 400$/ }],
])("a setup that Telegram refuses with %i gives our error", async (code, { code: told, message }) => {
  const server = createServer((_, response) => {
    response.writeHead(code, { "content-type": "application/json" });
    response.end(JSON.stringify({ ok: false, error_code: code, description: "no" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const settings = Settings.parse({
    TELEGRAM_API_ROOT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    TELEGRAM_BOT_TOKEN: "1000:AAaaBBbbCCccDDddEEeeFFffGGggHHhhIIi",
    TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef0123456789abcdef",
  });
  await expect(setUpTelegram(settings, "https://bansos.example/x", [])).rejects.toMatchObject({
    code: told,
    message: expect.stringMatching(message),
  });
  server.close();
});
