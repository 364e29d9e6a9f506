import { createHash } from "node:crypto";
import type { Content, InboundMessage } from "../../message.ts";
import type { ChannelEvent } from "../channel.ts";
import { type Message, OTHERS, Update } from "./schema.ts";

/** Longer texts than any Telegram client sends are cut here. */
const LONGEST = 16_384;
const GONE = new Set(["kicked", "left"]);

const hashed = (body: Buffer): string => createHash("sha256").update(body).digest("base64url");

/** Reads one update for the bot `account`; what is authentic and not as its schema says becomes `unreadable`. */
export function eventsOf(body: Buffer, account: string): ChannelEvent[] {
  const from = { channel: "telegram", account };
  let json: unknown;
  try {
    json = JSON.parse(body.toString("utf8"));
  } catch {
    return [{ type: "unreadable", contact: from, id: hashed(body), raw: body.toString("utf8"), reason: "not JSON" }];
  }
  const parsed = Update.safeParse(json);
  if (!parsed.success) {
    const id = (json as { update_id?: unknown } | null)?.update_id;
    const reason = parsed.error.issues[0]?.path.join(".") ?? "";
    const name = typeof id === "number" ? String(id) : hashed(body);
    return [
      { type: "unreadable", contact: from, id: name, raw: body.toString("utf8"), reason: `unexpected ${reason}` },
    ];
  }
  return [eventOf(parsed.data, account)];
}

function eventOf(update: Update, account: string): ChannelEvent {
  const { message, callback_query: pressed, my_chat_member: member } = update;
  if (message) return messageEvent(update.update_id, message, account);
  if (pressed) return pressedEvent(update.update_id, pressed, account);
  if (member) {
    if (member.chat.type !== "private") return { type: "ignored", reason: `telegram ${member.chat.type}` };
    const contact = { channel: "telegram", account, address: String(member.chat.id) };
    return { type: "reachable", contact, reachable: !GONE.has(member.new_chat_member.status) };
  }
  return { type: "ignored", reason: "telegram update of another kind" };
}

function messageEvent(id: number, message: Message, account: string): ChannelEvent {
  const contact = { channel: "telegram", account, address: String(message.chat.id) };
  if (message.migrate_to_chat_id !== undefined) {
    return { type: "moved", contact, address: String(message.migrate_to_chat_id) };
  }
  if (message.chat.type !== "private") return groupEvent(id, message, account);
  const content = contentOf(message);
  if (!content) return { type: "ignored", reason: "telegram service message" };
  const language = message.from?.language_code;
  return {
    type: "message",
    message: { ...heading(id, contact, message.date * 1_000), content, ...(language ? { language } : {}) },
  };
}

const GROUPS = new Set(["group", "supergroup"]);
/** A whole number of a person, however it is written. */
const SHOWN_NUMBER = /(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/;
const TO_A_BOT = /(^|\s)(\/[a-z_]+)?@\w*bot\b/gi;

/**
 * In a group nobody is answered before the others: what is said to us goes on in private, what shows a number is taken
 * away, the rest is not ours to read.
 */
function groupEvent(id: number, message: Message, account: string): ChannelEvent {
  const { chat, from, sender_chat: anonymous, text = message.caption ?? "", reply_to_message: replied } = message;
  const ignored: ChannelEvent = { type: "ignored", reason: `telegram ${chat.type}` };
  if (!GROUPS.has(chat.type) || !from || from.is_bot || anonymous) return ignored;
  const contact = { channel: "telegram", account, address: String(from.id) };
  const base = {
    ...heading(id, contact, message.date * 1_000),
    ...(from.language_code ? { language: from.language_code } : {}),
  };
  if (SHOWN_NUMBER.test(text)) {
    const content: Content = { type: "other", kind: "number-in-group" };
    return { type: "message", message: { ...base, content, remove: `${chat.id}:${message.message_id}` } };
  }
  const isToUs = text.search(TO_A_BOT) >= 0 || String(replied?.from?.id) === account;
  const said = text.replace(TO_A_BOT, "$1$2").trim();
  if (!isToUs || said === "") return ignored;
  return { type: "message", message: { ...base, content: textContent(said.slice(0, LONGEST)) } };
}

function pressedEvent(id: number, pressed: NonNullable<Update["callback_query"]>, account: string): ChannelEvent {
  const { from, data, message } = pressed;
  const contact = { channel: "telegram", account, address: String(message?.chat.id ?? from.id) };
  if (message && message.chat.type !== "private") return { type: "ignored", reason: `telegram ${message.chat.type}` };
  const content: Content = data === undefined ? { type: "other", kind: "game" } : { type: "choice", id: data };
  const language = from.language_code;
  const base = { ...heading(id, contact, 0), content, acknowledge: pressed.id };
  return { type: "message", message: language ? { ...base, language } : base };
}

/** A press carries no time of its own: `sentAt` is 0. */
const heading = (id: number, contact: InboundMessage["contact"], sentAt: number) => ({
  id: String(id),
  contact,
  order: id,
  sentAt,
});

/** `undefined` for what Telegram tells about the chat itself (joined, pinned ...). */
function contentOf(message: Message): Content | undefined {
  const { text, location, venue, contact, caption } = message;
  if (text !== undefined) {
    const content = textContent(text.slice(0, LONGEST));
    return content.type === "text" && message.forward_origin !== undefined ? { ...content, forwarded: true } : content;
  }
  const media = mediaOf(message);
  if (media) return caption ? { ...media, caption: caption.slice(0, LONGEST) } : media;
  if (location) return { type: "location", ...location, ...(venue ? { name: venue.title } : {}) };
  if (contact) {
    const own = contact.user_id !== undefined && contact.user_id === message.from?.id;
    return { type: "phone", number: contact.phone_number, own };
  }
  const kind = OTHERS.find((one) => one in message);
  return kind ? { type: "other", kind } : undefined;
}

/** `/start payload` begins, `/menu@our_bot` is `/menu`. */
function textContent(text: string): Content {
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(text);
  if (start) return start[1] ? { type: "start", payload: start[1] } : { type: "start" };
  return { type: "text", text: text.replace(/^(\/[a-z_]+)@\w+/i, "$1") };
}

type Media = Content & { type: "media" };

function mediaOf(message: Message): Media | undefined {
  const { photo, document, audio, voice, video, sticker } = message;
  const film = video ?? message.video_note ?? message.animation;
  if (photo?.length) return { type: "media", kind: "image", file: photo.at(-1)?.file_id ?? "", mime: "image/jpeg" };
  if (film) return file("video", film);
  if (document) return file("document", document);
  if (voice) return file("voice", voice);
  if (audio) return file("audio", audio);
  return sticker ? file("sticker", sticker) : undefined;
}

const file = (kind: Media["kind"], { file_id, mime_type, file_name }: NonNullable<Message["document"]>): Media => ({
  type: "media",
  kind,
  file: file_id,
  ...(mime_type ? { mime: mime_type } : {}),
  ...(file_name ? { name: file_name } : {}),
});
