import type { Contact, Content, InboundMessage, OutboundBody } from "../../src/vocabulary/message.ts";

let made = 0;

export const someone = (address = `person-${++made}`): Contact => ({
  channel: "webchat",
  account: "lamongan",
  address,
});

export const inbound = (contact: Contact, text: string, more: Partial<InboundMessage> = {}): InboundMessage => {
  made += 1;
  const content: Content = { type: "text", text };
  return { id: `message-${made}`, contact, order: made, sentAt: 1_700_000_000_000 + made, content, ...more };
};

export const body = (text: string, more: Partial<OutboundBody> = {}): OutboundBody => ({
  text,
  choices: [],
  locale: "id",
  ...more,
});
