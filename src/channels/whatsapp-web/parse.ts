import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Content, MediaFile } from "../../vocabulary/message.ts";
import type { ChannelEvent } from "../channel.ts";
import { wordsInGroup } from "../group-words.ts";
import { GatewayMessage } from "./schema.ts";

/** A person's address: a phone number, or the id of a person who hides the number. */
export const PERSON = /^\d{5,20}@(c\.us|lid)$/;
const GROUP = /^[\d-]{5,40}@g\.us$/;
const NAMED = /@\d{5,20}\b/g;
const LONGEST = 16_384;

const KINDS: Record<string, MediaFile["kind"]> = {
  image: "image",
  document: "document",
  audio: "audio",
  ptt: "voice",
  video: "video",
  sticker: "sticker",
};
const SILENT = new Set([
  "e2e_notification",
  "notification",
  "notification_template",
  "gp2",
  "reaction",
  "revoked",
  "protocol",
  "call_log",
  "ciphertext",
]);

export function eventsOf(body: Buffer, account: string): ChannelEvent[] {
  const raw = body.toString("utf8");
  const from = { channel: "whatsapp-web", account };
  const unreadable = (id: string, reason: string): ChannelEvent[] => [
    { type: "unreadable", contact: from, id, raw, reason },
  ];
  const hash = createHash("sha256").update(raw).digest("base64url");
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return unreadable(hash, "not JSON");
  }
  const parsed = GatewayMessage.safeParse(json);
  if (!parsed.success) return unreadable(hash, `unexpected ${parsed.error.issues[0]?.path.join(".") ?? ""}`);
  const message = parsed.data;
  const { from: chat, author, alias, type = message.body ? "chat" : "unknown" } = message;
  if (message.fromMe) return [{ type: "ignored", reason: "whatsapp-web own message" }];
  const isGroup = GROUP.test(chat) && author !== undefined;
  const person = isGroup ? author : chat;
  if (message.isStatus || !PERSON.test(person))
    return [{ type: "ignored", reason: "whatsapp-web not a person's chat" }];
  if (SILENT.has(type)) return [{ type: "ignored", reason: `whatsapp-web ${type}` }];
  const content = isGroup
    ? wordsInGroup(message.body?.replace(NAMED, "").trim() ?? "", [], message.toUs === true)
    : contentOf(message, type);
  if (!content) return [{ type: "ignored", reason: "whatsapp-web group" }];
  const contact = { ...from, address: person };
  const sentAt = message.timestamp === undefined ? Date.now() : message.timestamp * 1_000;
  const aliases = alias !== undefined && alias !== person && PERSON.test(alias) ? { aliases: [alias] } : {};
  return [{ type: "message", message: { id: message.id, contact, order: sentAt, sentAt, content, ...aliases } }];
}

type Read = z.output<typeof GatewayMessage>;

function contentOf({ id, body = "", forwarded, hasMedia, mime, name, location }: Read, type: string): Content {
  const text = body.slice(0, LONGEST);
  if (type === "chat" && text) return { type: "text", text, ...(forwarded ? { forwarded: true as const } : {}) };
  if (location) {
    const { latitude, longitude, name: place } = location;
    return { type: "location", latitude, longitude, ...(place ? { name: place } : {}) };
  }
  const kind = KINDS[type];
  if (!kind || hasMedia === false) return { type: "other", kind: type.slice(0, 60) };
  return {
    type: "media",
    kind,
    file: id,
    ...(mime ? { mime } : {}),
    ...(name ? { name } : {}),
    ...(text ? { caption: text } : {}),
  };
}
