import { expect, it } from "vitest";
import type { ChannelCases } from "../../conformance/channel-setup.ts";
import cases from "./cases.json" with { type: "json" };
import { openChatService, openWebchat } from "./chat-service.ts";
import { setup } from "./setup.ts";

const opened = openWebchat(openChatService({ publicUrl: "https://chat.example" }));

it.each((cases as ChannelCases).inbound)("reads: $label", ({ body, headers = {}, events, error }) => {
  const request = setup.request(typeof body === "string" ? body : JSON.stringify(body), headers);
  if (error) expect(() => opened.parse(request)).toThrow(expect.objectContaining({ code: error }));
  else expect(opened.parse(request)).toMatchObject(events ?? []);
});

it.each((cases as ChannelCases).outbound)("sends: $label", async ({ message }) => {
  const body = { text: "", choices: [], locale: "id", ...message };
  const to = { channel: "webchat", account: "lamongan", address: setup.address };
  const sent = await opened.accounts[0]?.send({ ...body, id: "reply-1", to });
  expect(sent).toEqual({ platformId: "reply-1" });
});
