import { createHash } from "node:crypto";
import { defined } from "../../defined.ts";
import { CHAT_NUMBER, type Content, type InboundMessage } from "../../vocabulary/message.ts";
import type { ChannelEvent } from "../channel.ts";
import { SHOWN_NUMBER } from "../group-words.ts";
import { type Message, OTHERS, SAID, Update } from "./schema.ts";

/** In characters. No Telegram client sends a longer text. */
const LONGEST = 16_384;
const GONE = new Set(["kicked", "left"]);

const hashOf = (body: Buffer): string => createHash("sha256").update(body).digest("base64url");

export function eventsOf(body: Buffer, account: string): ChannelEvent[] {
  const from = { channel: "telegram", account };
  let json: unknown;
  try {
    json = JSON.parse(body.toString("utf8"));
  } catch {
    return [{ type: "unreadable", contact: from, id: hashOf(body), raw: body.toString("utf8"), reason: "not JSON" }];
  }
  const unreadable = (reason: string): ChannelEvent[] => {
    const id = (json as { update_id?: unknown } | null)?.update_id;
    const name = typeof id === "number" ? String(id) : hashOf(body);
    return [
      { type: "unreadable", contact: from, id: name, raw: body.toString("utf8"), reason: `unexpected ${reason}` },
    ];
  };
  const parsed = Update.safeParse(json);
  if (!parsed.success) return unreadable(parsed.error.issues[0]?.path.join(".") ?? "");
  const { message: raw } = json as { message?: Record<string, unknown> | null };
  const said = SAID.find((place) => raw?.[place] !== undefined && raw[place] !== null);
  const event = eventOf(parsed.data, account, said);
  return event ? [event] : unreadable("message.text");
}

/** `said`: the name of the field with the message's content. */
function eventOf(update: Update, account: string, said: string | undefined): ChannelEvent | undefined {
  const { message, channel_post: post, callback_query: pressed, my_chat_member: member } = update;
  const asking = message ?? post;
  if (asking && asksForChatNumber(asking)) return numberQuestionEvent(update.update_id, asking, account);
  if (message) return messageEvent(update.update_id, message, account, said);
  if (pressed) return pressedEvent(update.update_id, pressed, account);
  if (member) {
    if (!isPrivate(member.chat)) return { type: "ignored", reason: `telegram ${member.chat.type}` };
    const contact = { channel: "telegram", account, address: String(member.chat.id) };
    return { type: "reachable", contact, reachable: !GONE.has(member.new_chat_member.status) };
  }
  return { type: "ignored", reason: post ? "telegram channel" : "telegram update of another kind" };
}

/** An admin may write as the group, so a `sender_chat` may ask too. */
const asksForChatNumber = ({ text = "", from, sender_chat: anonymous, forward_origin: forwarded }: Message): boolean =>
  /^\/id(?:@\w+)?\s*$/i.test(text) && forwarded === undefined && (from?.is_bot !== true || anonymous !== undefined);

/** The answer goes to the group itself, because it says nothing about a person. */
const numberQuestionEvent = (id: number, message: Message, account: string): ChannelEvent => ({
  type: "message",
  message: {
    ...messageBase(id, { channel: "telegram", account, address: String(message.chat.id) }, sentAt(message)),
    content: CHAT_NUMBER,
    ...(message.from?.language_code ? { language: message.from.language_code } : {}),
    ...threadOf(message),
  },
});

function messageEvent(
  id: number,
  message: Message,
  account: string,
  said: string | undefined,
): ChannelEvent | undefined {
  const contact = { channel: "telegram", account, address: String(message.chat.id) };
  if (message.migrate_to_chat_id !== undefined) {
    return { type: "moved", contact, address: String(message.migrate_to_chat_id) };
  }
  if (!isPrivate(message.chat)) return groupEvent(id, message, account);
  const content = contentOf(message) ?? (said && said !== "text" ? { type: "other", kind: said } : undefined);
  if (!content && said) return undefined;
  if (!content) return { type: "ignored", reason: "telegram service message" };
  const language = message.from?.language_code;
  return {
    type: "message",
    message: {
      ...messageBase(id, contact, sentAt(message)),
      content,
      ...(language ? { language } : {}),
      ...threadOf(message),
    },
  };
}

/** A group's id is negative. */
const isPrivate = ({ id }: Message["chat"]): boolean => id > 0;
const sentAt = ({ date }: Message): number => (date === undefined ? Date.now() : date * 1_000);
const threadOf = ({ message_thread_id: thread }: { message_thread_id?: number | undefined }) =>
  thread === undefined ? {} : { thread: String(thread) };

const GROUPS = new Set(["group", "supergroup"]);
const TO_A_BOT = /(^|\s)(\/[a-z_]+)?@\w*bot\b/gi;

function groupEvent(id: number, message: Message, account: string): ChannelEvent {
  const { chat, from, sender_chat: anonymous, text = message.caption ?? "", reply_to_message: replied } = message;
  const ignored: ChannelEvent = { type: "ignored", reason: `telegram ${chat.type}` };
  if (!GROUPS.has(chat.type ?? "group") || !from || from.is_bot || anonymous) return ignored;
  const contact = { channel: "telegram", account, address: String(from.id) };
  const base = {
    ...messageBase(id, contact, sentAt(message)),
    ...(from.language_code ? { language: from.language_code } : {}),
  };
  if (SHOWN_NUMBER.test(text)) {
    const content: Content = { type: "other", kind: "number-in-group" };
    const remove = message.message_id === undefined ? {} : { remove: `${chat.id}:${message.message_id}` };
    return { type: "message", message: { ...base, content, ...remove } };
  }
  // Telegram marks each message of a topic as an answer to the topic's first message.
  const answersUs = String(replied?.from?.id) === account && replied?.message_id !== message.message_thread_id;
  const isToUs = text.search(TO_A_BOT) >= 0 || answersUs;
  const said = text.replace(TO_A_BOT, "$1$2").trim();
  if (!isToUs || said === "") return ignored;
  return { type: "message", message: { ...base, content: textContent(said.slice(0, LONGEST)) } };
}

function pressedEvent(id: number, pressed: NonNullable<Update["callback_query"]>, account: string): ChannelEvent {
  const { from, data, message } = pressed;
  const contact = { channel: "telegram", account, address: String(message?.chat.id ?? from.id) };
  if (message && !isPrivate(message.chat)) return { type: "ignored", reason: `telegram ${message.chat.type}` };
  const content: Content = data === undefined ? { type: "other", kind: "game" } : { type: "choice", id: data };
  const language = from.language_code;
  const base = {
    ...messageBase(id, contact, 0),
    content,
    ...defined({ acknowledge: pressed.id }),
    ...(message ? threadOf(message) : {}),
  };
  return { type: "message", message: language ? { ...base, language } : base };
}

/** A pressed button has no time, so its `sentAt` is 0. */
const messageBase = (id: number, contact: InboundMessage["contact"], sentAt: number) => ({
  id: String(id),
  contact,
  order: id,
  sentAt,
});

function contentOf(message: Message): Content | undefined {
  const { text, location, venue, contact, caption } = message;
  if (text === "") return { type: "other", kind: "text" };
  if (text !== undefined) {
    const content = textContent(text.slice(0, LONGEST));
    return content.type === "text" && message.forward_origin !== undefined ? { ...content, forwarded: true } : content;
  }
  const media = mediaOf(message);
  if (media) return caption ? { ...media, caption: caption.slice(0, LONGEST) } : media;
  if (caption) return textContent(caption.slice(0, LONGEST));
  if (location) return { type: "location", ...location, ...(venue?.title ? { name: venue.title } : {}) };
  if (contact) {
    const own = contact.user_id !== undefined && contact.user_id === message.from?.id;
    return { type: "phone", number: contact.phone_number, own };
  }
  const kind = OTHERS.find((one) => message[one] !== undefined && message[one] !== null);
  return kind ? { type: "other", kind } : undefined;
}

/** Turns `/start payload` into a start, and `/menu@our_bot` into `/menu`. */
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
  if (film) return mediaFile("video", film);
  if (document) return mediaFile("document", document);
  if (voice) return mediaFile("voice", voice);
  if (audio) return mediaFile("audio", audio);
  return sticker ? mediaFile("sticker", sticker) : undefined;
}

const mediaFile = (
  kind: Media["kind"],
  { file_id, mime_type, file_name }: NonNullable<Message["document"]>,
): Media => ({
  type: "media",
  kind,
  file: file_id,
  ...(mime_type ? { mime: mime_type } : {}),
  ...(file_name ? { name: file_name } : {}),
});
