import type { ChannelSetup } from "../../conformance/channel-setup.ts";

const SESSION = "c2VzaW9uLW9mLWEtdGVzdC10aGF0LW5vYm9keS1oYXM";

export const setup: ChannelSetup = {
  settings: () => ({ WEBCHAT: "on" }),
  request: (body, headers) => ({
    params: { district: "lamongan" },
    query: {},
    headers: {
      "content-type": "application/json",
      host: "chat.example",
      origin: "https://chat.example",
      cookie: `sapa_chat=${SESSION}; __Host-sapa_chat=${SESSION}`,
      "accept-language": "id-ID,id;q=0.9,en;q=0.8",
      ...headers,
    },
    body: Buffer.from(body),
    ip: "127.0.0.1",
  }),
  address: SESSION,
};
