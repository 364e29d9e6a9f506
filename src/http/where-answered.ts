import type { Contact, Text } from "../vocabulary/message.ts";

const NAMES: Record<string, string> = { whatsapp: "WhatsApp", "whatsapp-web": "WhatsApp", telegram: "Telegram" };
const PHONE = /^\d{4,11}(\d{4})(?:@c\.us)?$/;

/** What a citizen calls the place where a chat is. */
export const channelTitle = ({ channel }: Contact): string => NAMES[channel] ?? "chat";

/**
 * Where the answer goes, in words by which its owner knows it: a phone number's last four digits, or for an id that
 * nobody knows by heart the moment at which the chat asked. Never a name: whoever asks chooses theirs.
 */
export function whereAnswered(contact: Contact, askedAt: number): Text {
  const channel = channelTitle(contact);
  const ending = contact.channel.startsWith("whatsapp") ? PHONE.exec(contact.address)?.[1] : undefined;
  return ending
    ? { key: "page.whereEnding", values: { channel, ending } }
    : { key: "page.whereTime", values: { channel, time: { time: askedAt } } };
}
