import { signatureOf } from "../../../src/channels/whatsapp-web/index.ts";
import type { ChannelSetup } from "../../conformance/channel-setup.ts";

const SECRET = "gateway-secret-of-the-tests";

export const setup: ChannelSetup = {
  settings: (apiRoot) => ({ WHATSAPP_WEB_GATEWAY: apiRoot, WHATSAPP_WEB_SECRET: SECRET }),
  request: (body, headers) => ({
    params: { district: "lamongan" },
    query: {},
    headers: {
      "content-type": "application/json",
      "x-sapa-signature": signatureOf(SECRET, Buffer.from(body)),
      ...headers,
    },
    body: Buffer.from(body),
    ip: "127.0.0.1",
  }),
  address: "6281200000001@c.us",
};
