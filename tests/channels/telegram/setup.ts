import type { ChannelSetup } from "../../conformance/channel-setup.ts";

const SECRET = "stand-in-secret-1";

export const setup: ChannelSetup = {
  settings: (apiRoot) => ({
    TELEGRAM_BOT_TOKEN: "1000:stand-in",
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: apiRoot,
  }),
  request: (body, headers) => ({
    params: { district: "lamongan" },
    query: {},
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": SECRET, ...headers },
    body: Buffer.from(body),
    ip: "127.0.0.1",
  }),
  address: "5001",
};
