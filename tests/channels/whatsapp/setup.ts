import { createHmac } from "node:crypto";
import type { ChannelSetup } from "../../conformance/channel-setup.ts";

const SECRET = "stand-in-app-secret";

export const setup: ChannelSetup = {
  settings: (apiRoot) => ({
    WHATSAPP_TOKEN: "stand-in-token",
    WHATSAPP_APP_SECRET: SECRET,
    WHATSAPP_VERIFY_TOKEN: "stand-in-verify",
    WHATSAPP_PHONE_NUMBER_ID: "100000000000001",
    WHATSAPP_TEMPLATE_NEWS: "sapa_kabar",
    WHATSAPP_TEMPLATE_TICKET: "sapa_laporan",
    WHATSAPP_API_ROOT: apiRoot,
  }),
  request: (body, headers) => ({
    params: {},
    query: {},
    headers: {
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`,
      ...headers,
    },
    body: Buffer.from(body),
    ip: "127.0.0.1",
  }),
  address: "6281200000001",
};
