import { createHash } from "node:crypto";
import type { Contact, Content, Receipt } from "../../message.ts";
import type { ChannelEvent } from "../channel.ts";
import { meaningOf } from "./errors.ts";
import { Message, Notification, Status, Value } from "./schema.ts";

const STATES = new Set(["sent", "delivered", "read", "failed"]);
const hashed = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value) ?? "")
    .digest("base64url");

/** Reads a webhook call; `serves` says whether the caller's signature counts for a phone_number_id. */
export function eventsOf(body: Buffer, account: string, serves: (phoneNumberId: string) => boolean): ChannelEvent[] {
  const raw = body.toString("utf8");
  const from = { channel: "whatsapp", account };
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return [{ type: "unreadable", contact: from, id: hashed(raw), raw, reason: "not JSON" }];
  }
  const notification = Notification.safeParse(json);
  if (!notification.success) {
    return [{ type: "unreadable", contact: from, id: hashed(raw), raw, reason: "not a whatsapp notification" }];
  }
  const changes = notification.data.entry.flatMap((entry) => entry.changes);
  let index = 0;
  return changes.flatMap(({ field, value }) => {
    if (field !== "messages") return [noticeOf(field, value, account)];
    const parsed = Value.safeParse(value);
    if (!parsed.success) {
      return [
        {
          type: "unreadable",
          contact: from,
          id: hashed(value),
          raw: JSON.stringify(value),
          reason: "unexpected value",
        } as const,
      ];
    }
    const { metadata, messages = [], statuses = [] } = parsed.data;
    const id = metadata.phone_number_id;
    if (!serves(id)) return [{ type: "ignored", reason: "whatsapp phone_number_id of nobody here" } as const];
    return [
      ...messages.map((message) => messageEvent(message, id, index++)),
      ...statuses.map((status) => statusEvent(status, id)),
    ];
  });
}

/** Fields that tell how our account is. */
const ABOUT_US = /^(account_|phone_number_|message_template_|business_|security|template_)/;
const BAD = /reject|paus|disabl|flag|downgrad|restrict|violat|ban|red|low|delet|lock|pending_deletion/i;

function noticeOf(field: string, value: unknown, account: string): ChannelEvent {
  if (!ABOUT_US.test(field)) return { type: "ignored", reason: `whatsapp field ${field.slice(0, 60)}` };
  const {
    event,
    current_limit: limit,
    message_template_name: template,
    new_quality_score: score,
  } = (value ?? {}) as Record<string, unknown>;
  const words = [event, score, limit, template].filter((word): word is string => typeof word === "string");
  const what = [field, ...words].join(" ").slice(0, 120);
  return { type: "notice", channel: "whatsapp", account, what, bad: BAD.test(words.slice(0, 2).join(" ")) };
}

function messageEvent(json: unknown, account: string, index: number): ChannelEvent {
  const parsed = Message.safeParse(json);
  const from = { channel: "whatsapp", account };
  if (!parsed.success) {
    const id = (json as { id?: unknown } | null)?.id;
    const name = typeof id === "string" && id !== "" ? id : hashed(json);
    return { type: "unreadable", contact: from, id: name, raw: JSON.stringify(json), reason: "unexpected message" };
  }
  const message = parsed.data;
  const moved = moveOf(message, account);
  if (moved) return moved;
  const [address, ...aliases] = addressesOf(message);
  if (address === undefined) {
    return { type: "unreadable", contact: from, id: message.id, raw: JSON.stringify(json), reason: "nobody sent it" };
  }
  const contact: Contact = { ...from, address };
  if (SILENT.has(message.type)) return { type: "ignored", reason: `whatsapp ${message.type}` };
  const sentAt = Number(message.timestamp) * 1_000;
  const { source_type: source, source_id, source_url } = message.referral ?? {};
  const post = source_id ?? source_url;
  return {
    type: "message",
    message: {
      id: message.id,
      contact,
      order: sentAt + index,
      sentAt,
      content: contentOf(message),
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(post ? { referral: `${source ?? "post"} ${post}`.slice(0, 200) } : {}),
    },
  };
}

/** The phone number first where there is one: sending to it reaches the person whatever their user name. */
function addressesOf({ from, from_user_id, user_id, from_parent_user_id }: Message): string[] {
  const all = [from, from_user_id ?? user_id, from_parent_user_id].filter((one) => one !== undefined && one !== "");
  return [...new Set(all as string[])];
}

/**
 * A person has another number or another user id. A new number comes with the old one as `from`, and perhaps with a new
 * user id; a new user id comes with or without a number, which then still is theirs. The newest form names the new id
 * `user_id` and the old one `previous_user_id`, an earlier one `new_user_id` and `user_id`.
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

/** What is no message to us: a heart under ours, a word taken back or put right. */
const SILENT = new Set(["reaction", "edit", "revoke", "system"]);

const MEDIA = ["image", "document", "audio", "video", "sticker"] as const;

function contentOf(message: Message): Content {
  const { type, text, button, interactive, location } = message;
  if (type === "text" && text) {
    const { forwarded, frequently_forwarded: often } = message.context ?? {};
    return { type: "text", text: text.body, ...(forwarded || often ? { forwarded: true as const } : {}) };
  }
  const card = type === "contacts" ? message.contacts?.[0]?.phones?.[0] : undefined;
  if (card?.phone)
    return { type: "phone", number: card.phone, own: card.wa_id !== undefined && card.wa_id === message.from };
  if (type === "button" && button) return pressed(button.payload ?? button.text ?? "", button.text);
  const reply = interactive?.button_reply ?? interactive?.list_reply;
  if (type === "interactive" && reply) return pressed(reply.id, reply.title);
  if (type === "location" && location) {
    const { latitude, longitude, name } = location;
    return { type: "location", latitude, longitude, ...(name ? { name } : {}) };
  }
  const kind = MEDIA.find((one) => one === type);
  const media = kind && message[kind];
  if (!media) return { type: "other", kind: type.slice(0, 60) };
  return {
    type: "media",
    kind: kind === "audio" && media.voice ? "voice" : kind,
    file: media.id,
    ...(media.mime_type ? { mime: media.mime_type } : {}),
    ...(media.filename ? { name: media.filename } : {}),
    ...(media.caption ? { caption: media.caption } : {}),
  };
}

const pressed = (id: string, title: string | undefined): Content => ({
  type: "choice",
  id,
  ...(title ? { title } : {}),
});

function statusEvent(json: unknown, account: string): ChannelEvent {
  const parsed = Status.safeParse(json);
  if (!parsed.success) {
    const contact = { channel: "whatsapp", account };
    return { type: "unreadable", contact, id: hashed(json), raw: JSON.stringify(json), reason: "unexpected status" };
  }
  const { status, timestamp, biz_opaque_callback_data: outboundId, errors } = parsed.data;
  if (!STATES.has(status)) return { type: "ignored", reason: `whatsapp status ${status.slice(0, 40)}` };
  if (!outboundId) return { type: "ignored", reason: "whatsapp status of a message that is not ours" };
  const [error] = errors ?? [];
  return {
    type: "receipt",
    receipt: {
      channel: "whatsapp",
      account,
      outboundId,
      state: status as Receipt["state"],
      at: Number(timestamp) * 1_000,
      ...(error ? { error: { code: meaningOf(error.code), platformCode: error.code } } : {}),
    },
  };
}
