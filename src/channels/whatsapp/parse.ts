import { createHash } from "node:crypto";
import type { Contact, Content, Receipt, ReceiptError } from "../../vocabulary/message.ts";
import type { ChannelEvent } from "../channel.ts";
import { cleanText } from "../clean-text.ts";
import { wordsInGroup } from "../group-words.ts";
import { isListed, meaningOf } from "./errors.ts";
import { noticeOf } from "./notices.ts";
import { Change, Entry, Message, Notification, Status, Value } from "./schema.ts";
import { isAskId } from "./template.ts";

const STATES = new Set(["sent", "delivered", "read", "failed"]);
const hashOf = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value) ?? "")
    .digest("base64url");

/** `serves`: whether the request's signature is valid for a phone_number_id. */
export function eventsOf(body: Buffer, account: string, serves: (phoneNumberId: string) => boolean): ChannelEvent[] {
  const raw = body.toString("utf8");
  const from = { channel: "whatsapp", account };
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return [{ type: "unreadable", contact: from, id: hashOf(raw), raw, reason: "not JSON" }];
  }
  const notification = Notification.safeParse(json);
  if (!notification.success) {
    return [{ type: "unreadable", contact: from, id: hashOf(raw), raw, reason: "not a whatsapp notification" }];
  }
  let index = 0;
  const unreadable = (value: unknown, reason: string): ChannelEvent[] => [
    { type: "unreadable", contact: from, id: hashOf(value), raw: JSON.stringify(value), reason },
  ];
  return notification.data.entry.flatMap((entry) => {
    const { data, success } = Entry.safeParse(entry);
    return success ? data.changes.flatMap(changeEvents) : unreadable(entry, "unexpected entry");
  });

  function changeEvents(json: unknown): ChannelEvent[] {
    const change = Change.safeParse(json);
    if (!change.success) return unreadable(json, "unexpected change");
    const { field, value } = change.data;
    if (field !== "messages") return [noticeOf(field, value, account)];
    const parsed = Value.safeParse(value);
    if (!parsed.success) return unreadable(value, "unexpected value");
    const { metadata, messages = [], statuses = [] } = parsed.data;
    const { phone_number_id: id, display_phone_number: number } = metadata;
    if (!serves(id)) return [{ type: "ignored", reason: "whatsapp phone_number_id of nobody here" }];
    return [
      ...messages.map((message) => messageEvent(message, { id, number: number?.replace(/\D/g, "") }, index++)),
      ...statuses.flatMap((status) => statusEvents(status, id)),
    ];
  }
}

/** `id` is for API requests; people see `number`. */
type OwnNumber = { id: string; number: string | undefined };

function messageEvent(json: unknown, own: OwnNumber, index: number): ChannelEvent {
  const account = own.id;
  const parsed = Message.safeParse(json);
  const from = { channel: "whatsapp", account };
  if (!parsed.success) {
    const id = (json as { id?: unknown } | null)?.id;
    const name = typeof id === "string" && id !== "" ? id : hashOf(json);
    return { type: "unreadable", contact: from, id: name, raw: JSON.stringify(json), reason: "unexpected message" };
  }
  const message = parsed.data;
  const moved = moveOf(message, account);
  if (moved) return moved;
  const [address, ...aliases] = addressesOf(message);
  if (address === undefined) {
    const reason = message.type === undefined ? "unexpected message" : "nobody sent it";
    return { type: "unreadable", contact: from, id: message.id, raw: JSON.stringify(json), reason };
  }
  const contact: Contact = { ...from, address };
  const type = typeOf(message);
  if (SILENT.has(type)) return { type: "ignored", reason: `whatsapp ${type}` };
  const content = message.group_id === undefined ? contentOf(message, type) : contentInGroup(message, own);
  if (!content) return { type: "ignored", reason: "whatsapp group" };
  const sentAt = message.timestamp === undefined ? Date.now() : message.timestamp * 1_000;
  return {
    type: "message",
    message: {
      id: message.id,
      contact,
      order: sentAt + index,
      sentAt,
      content,
      ...(aliases.length > 0 ? { aliases } : {}),
    },
  };
}

/** Puts the phone number first, because it still reaches a person who has changed the user name. */
function addressesOf({ from, from_user_id, user_id, from_parent_user_id }: Message): string[] {
  const all = [from, from_user_id ?? user_id, from_parent_user_id].filter((one) => one !== undefined && one !== "");
  return [...new Set(all as string[])];
}

/**
 * Meta has two forms for a person with a new number; `from` is always the old number:
 * - `user_id` (new) and `previous_user_id`;
 * - in earlier requests, `new_user_id` and `user_id` (old).
 */
function moveOf(message: Message, account: string): (ChannelEvent & { type: "moved" }) | undefined {
  const { id, type, from, system } = message;
  if (type !== "system" || !system) return undefined;
  const { new_wa_id, wa_id, user_id, new_user_id, previous_user_id } = system;
  const userId = new_user_id ?? (previous_user_id || system.type === "user_changed_number" ? user_id : undefined);
  const oldId = previous_user_id ?? (new_user_id ? user_id : undefined);
  const isNumber = system.type === "user_changed_number" || new_wa_id !== undefined;
  const phone = isNumber ? (new_wa_id ?? wa_id) : undefined;
  const [address, alias] = [phone, userId].filter((one) => one !== undefined && one !== "");
  const known = [from, oldId, ...addressesOf(message)].find(
    (one) => one !== undefined && one !== "" && one !== address,
  );
  if (address === undefined || known === undefined) return undefined;
  const gone = [isNumber ? from : undefined, oldId].filter(
    (one): one is string => one !== undefined && one !== "" && one !== address && one !== alias,
  );
  return {
    type: "moved",
    contact: { channel: "whatsapp", account, address: known },
    address,
    id,
    gone,
    ...(alias === undefined ? {} : { aliases: [alias] }),
  };
}

const SILENT = new Set(["reaction", "edit", "revoke", "system"]);

const MEDIA = ["image", "document", "audio", "video", "sticker"] as const;
const KINDS = ["text", "button", "interactive", "location", "contacts", ...MEDIA] as const;

const typeOf = (message: Message): string =>
  message.type ?? KINDS.find((kind) => message[kind] !== undefined) ?? "unknown";

function contentOf(message: Message, type: string): Content {
  const { text, button, interactive, location } = message;
  if (type === "text" && text?.body) {
    const { forwarded, frequently_forwarded: often } = message.context ?? {};
    return { type: "text", text: text.body, ...(forwarded || often ? { forwarded: true as const } : {}) };
  }
  const card = type === "contacts" ? message.contacts?.[0]?.phones?.[0] : undefined;
  if (card?.phone)
    return { type: "phone", number: card.phone, own: card.wa_id !== undefined && card.wa_id === message.from };
  const reply = type === "button" ? { id: button?.payload ?? button?.text, title: button?.text } : undefined;
  const press = reply ?? (type === "interactive" ? (interactive?.button_reply ?? interactive?.list_reply) : undefined);
  if (press?.id) return choiceOf(press.id, press.title);
  if (press?.title) return { type: "text", text: press.title };
  if (type === "location" && location) {
    const { latitude, longitude, name } = location;
    return { type: "location", latitude, longitude, ...(name ? { name } : {}) };
  }
  const kind = MEDIA.find((one) => one === type);
  const media = kind && message[kind];
  if (!kind || media?.id === undefined) {
    return media?.caption ? { type: "text", text: media.caption } : { type: "other", kind: type.slice(0, 60) };
  }
  return {
    type: "media",
    kind: kind === "audio" && media.voice ? "voice" : kind,
    file: media.id,
    ...(media.mime_type ? { mime: media.mime_type } : {}),
    ...(media.filename ? { name: media.filename } : {}),
    ...(media.caption ? { caption: media.caption } : {}),
  };
}

function contentInGroup(
  { text, image, video, document, context }: Message,
  { number }: OwnNumber,
): Content | undefined {
  const words = text?.body ?? image?.caption ?? video?.caption ?? document?.caption ?? "";
  return wordsInGroup(words, number === undefined ? [] : [number], number !== undefined && context?.from === number);
}

const choiceOf = (id: string, title: string | undefined): Content => ({
  type: "choice",
  id,
  ...(title ? { title } : {}),
});

function statusEvents(json: unknown, account: string): ChannelEvent[] {
  const parsed = Status.safeParse(json);
  const contact = { channel: "whatsapp", account };
  if (!parsed.success) {
    return [{ type: "unreadable", contact, id: hashOf(json), raw: JSON.stringify(json), reason: "unexpected status" }];
  }
  const { status, timestamp, biz_opaque_callback_data: outboundId, errors } = parsed.data;
  if (!STATES.has(status)) return [{ type: "ignored", reason: `whatsapp status ${cleanText(status).slice(0, 40)}` }];
  if (!outboundId) return [{ type: "ignored", reason: "whatsapp status of a message that is not ours" }];
  const [error] = errors ?? [];
  const receipt: Receipt = {
    ...contact,
    outboundId,
    state: status as Receipt["state"],
    at: timestamp === undefined ? Date.now() : timestamp * 1_000,
    ...(error ? { error: errorOf(error.code) } : {}),
  };
  const isTemplate = isAskId(outboundId) && status === "failed";
  if (!isTemplate) return [{ type: "receipt", receipt }];
  // Operators must repair a template that fails, unless only one citizen is the cause.
  const what = `message_template_failed ${error?.code ?? ""}`.trim();
  const bad = error === undefined || !ABOUT_ONE_CITIZEN.has(receipt.error?.code ?? "");
  return [
    { type: "receipt", receipt },
    { type: "notice", ...contact, what, bad },
  ];
}

const errorOf = (platformCode: number): ReceiptError => ({
  code: meaningOf(platformCode),
  platformCode,
  ...(isListed(platformCode) ? {} : { unlisted: true as const }),
});

const ABOUT_ONE_CITIZEN = new Set(["CONTACT_UNREACHABLE", "CONTACT_BUSY", "CHANNEL_BUSY"]);
