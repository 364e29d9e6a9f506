import { z } from "zod";
import { loose, looseList, Numeric, Seconds, Words } from "../loose-schemas.ts";

const User = z.object({ id: z.int(), is_bot: loose(z.boolean()), language_code: loose(Words) });
const Chat = z.object({ id: z.int(), type: loose(z.string()), username: loose(z.string()) });
const File = z.object({ file_id: z.string(), mime_type: loose(Words), file_name: loose(Words) });

export const OTHERS = [
  "poll",
  "dice",
  "game",
  "story",
  "paid_media",
  "invoice",
  "gift",
  "giveaway",
  "checklist",
] as const;

export const SAID = [
  "text",
  "caption",
  "photo",
  "document",
  "audio",
  "voice",
  "video",
  "video_note",
  "animation",
  "sticker",
  "location",
  "contact",
] as const;

export const Message = z.object({
  chat: Chat,
  message_id: loose(z.int()),
  message_thread_id: loose(z.int()),
  date: loose(Seconds),
  from: loose(User),
  sender_chat: loose(z.object({ id: z.int() })),
  forward_origin: z.unknown().optional(),
  reply_to_message: loose(z.object({ message_id: loose(z.int()), from: loose(User) })),
  text: loose(Words),
  caption: loose(Words),
  photo: looseList(File),
  document: loose(File),
  audio: loose(File),
  voice: loose(File),
  video: loose(File),
  video_note: loose(File),
  animation: loose(File),
  sticker: loose(File),
  location: loose(z.object({ latitude: Numeric, longitude: Numeric })),
  venue: loose(z.object({ title: loose(Words) })),
  contact: loose(z.object({ phone_number: Words, user_id: loose(z.int()) })),
  migrate_to_chat_id: loose(z.int()),
  poll: z.unknown().optional(),
  dice: z.unknown().optional(),
  game: z.unknown().optional(),
  story: z.unknown().optional(),
  paid_media: z.unknown().optional(),
  invoice: z.unknown().optional(),
  gift: z.unknown().optional(),
  giveaway: z.unknown().optional(),
  checklist: z.unknown().optional(),
});
export type Message = z.infer<typeof Message>;

const Pressed = z.object({
  id: loose(z.string()),
  from: User,
  data: loose(z.string()),
  message: loose(z.object({ chat: Chat, message_thread_id: loose(z.int()) })),
});
const Member = z.object({ chat: Chat, new_chat_member: z.object({ status: z.string() }) });

const part = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined);
export const Update = z.object({
  update_id: z.int(),
  message: part(Message),
  channel_post: loose(Message),
  callback_query: part(Pressed),
  my_chat_member: part(Member),
});
export type Update = z.infer<typeof Update>;

export const UPDATE_TYPES = ["message", "channel_post", "callback_query", "my_chat_member"] as const;

export const Settings = z.object({
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d+:[A-Za-z0-9_-]+$/, "must look like 123456:ABC-DEF"),
  TELEGRAM_WEBHOOK_SECRET: z.string().regex(/^[A-Za-z0-9_-]{16,256}$/, "must be 16 to 256 of A-Z a-z 0-9 _ -"),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).default("https://api.telegram.org"),
  TELEGRAM_NUMBERS: z.enum(["page", "chat"]).default("chat"),
  /** The bot has to be a member of this chat. */
  TELEGRAM_OPERATORS_CHAT: z
    .string()
    .regex(/^-?\d+$/, "must be a chat's number")
    .optional(),
  TELEGRAM_CHANNEL: z.string().optional(),
});
export type Settings = z.infer<typeof Settings>;
