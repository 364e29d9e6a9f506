import { z } from "zod";

/** Bot API updates, as far as we read them; everything else passes unseen. */
const User = z.object({ id: z.int(), is_bot: z.boolean().optional(), language_code: z.string().optional() });
const Chat = z.object({ id: z.int(), type: z.string(), username: z.string().optional() });
const File = z.object({ file_id: z.string(), mime_type: z.string().optional(), file_name: z.string().optional() });

/** Kinds that we recognise and have no use for. */
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

export const Message = z.object({
  message_id: z.int(),
  date: z.int(),
  chat: Chat,
  from: User.optional(),
  sender_chat: z.object({ id: z.int() }).optional(),
  forward_origin: z.unknown().optional(),
  reply_to_message: z.object({ from: User.optional() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(File).optional(),
  document: File.optional(),
  audio: File.optional(),
  voice: File.optional(),
  video: File.optional(),
  video_note: File.optional(),
  animation: File.optional(),
  sticker: File.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  venue: z.object({ title: z.string() }).optional(),
  contact: z.object({ phone_number: z.string(), user_id: z.int().optional() }).optional(),
  migrate_to_chat_id: z.int().optional(),
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

export const Update = z.object({
  update_id: z.int(),
  message: Message.optional(),
  callback_query: z
    .object({ id: z.string(), from: User, data: z.string().optional(), message: z.object({ chat: Chat }).optional() })
    .optional(),
  my_chat_member: z.object({ chat: Chat, new_chat_member: z.object({ status: z.string() }) }).optional(),
});
export type Update = z.infer<typeof Update>;

/** The update types that we use; `setWebhook` asks for exactly these. */
export const UPDATE_TYPES = ["message", "callback_query", "my_chat_member"] as const;

export const Settings = z.object({
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d+:[A-Za-z0-9_-]+$/, "must look like 123456:ABC-DEF"),
  TELEGRAM_WEBHOOK_SECRET: z.string().regex(/^[A-Za-z0-9_-]{16,256}$/, "must be 16 to 256 of A-Z a-z 0-9 _ -"),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).default("https://api.telegram.org"),
  TELEGRAM_NUMBERS: z.enum(["page", "chat"]).default("chat"),
  /** The chat in which operators hear of what is wrong; the bot has to be in it. */
  TELEGRAM_OPERATORS_CHAT: z
    .string()
    .regex(/^-?\d+$/, "must be a chat's number")
    .optional(),
  TELEGRAM_CHANNEL: z.string().optional(),
});
export type Settings = z.infer<typeof Settings>;
