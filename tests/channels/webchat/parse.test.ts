import { expect, it } from "vitest";
import { channelCases } from "../cases.ts";
import { openChatService, openWebchat } from "./chat-service.ts";
import { setup } from "./setup.ts";

const cases = channelCases("webchat");
const opened = openWebchat(openChatService({ publicUrl: "https://chat.example" }));

it.each(cases.inbound)("reads: $label", ({ body, headers = {}, events, error }) => {
  const request = setup.request(typeof body === "string" ? body : JSON.stringify(body), headers);
  if (error) expect(() => opened.parse(request)).toThrow(expect.objectContaining({ code: error }));
  else expect(opened.parse(request)).toMatchObject(events ?? []);
});

it.each(cases.outbound)("sends: $label", async ({ message }) => {
  const body = { text: "", choices: [], locale: "id", ...message };
  const to = { channel: "webchat", account: "lamongan", address: setup.address };
  await expect(opened.accounts[0]?.send({ ...body, id: "reply-1", to })).resolves.toBeUndefined();
});
