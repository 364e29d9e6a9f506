import { z } from "zod";
import { Flag, loose, looseList, Numeric, Seconds, Words } from "../loose-schemas.ts";

/** Since 2026, Meta may leave out `from` and `wa_id`. */
export const Notification = z.object({ object: z.literal("whatsapp_business_account"), entry: z.array(z.unknown()) });
export const Entry = z.object({ changes: z.array(z.unknown()) });
export const Change = z.object({ field: z.string(), value: z.unknown() });

/** The parser reads messages one by one, so a broken message loses no others. */
export const Value = z.object({
  metadata: z.object({
    phone_number_id: z.union([z.string(), z.int().transform(String)]),
    display_phone_number: loose(z.string()),
  }),
  messages: loose(z.array(z.unknown())),
  statuses: loose(z.array(z.unknown())),
});

const Name = loose(z.union([z.string(), z.int().transform(String)]));
const Media = z.object({
  id: loose(z.union([z.string().min(1), z.int().transform(String)])),
  mime_type: loose(Words),
  caption: loose(Words),
  filename: loose(Words),
  voice: Flag,
});
const Pressed = z.object({ id: loose(z.string().min(1)), title: loose(Words) });
const Card = z.object({ phones: looseList(z.object({ phone: loose(Words), wa_id: Name })) });

export const Message = z.object({
  id: z.string().min(1),
  from: Name,
  from_user_id: Name,
  from_parent_user_id: Name,
  user_id: Name,
  group_id: Name,
  timestamp: loose(Seconds),
  type: loose(Words),
  text: loose(z.object({ body: Words })),
  button: loose(z.object({ payload: loose(z.string()), text: loose(Words) })),
  interactive: loose(z.object({ button_reply: loose(Pressed), list_reply: loose(Pressed) })),
  image: loose(Media),
  document: loose(Media),
  audio: loose(Media),
  video: loose(Media),
  sticker: loose(Media),
  contacts: looseList(Card),
  context: loose(z.object({ from: Name, forwarded: Flag, frequently_forwarded: Flag })),
  location: loose(z.object({ latitude: Numeric, longitude: Numeric, name: loose(Words) })),
  system: loose(
    z.object({
      type: loose(z.string()),
      wa_id: Name,
      new_wa_id: Name,
      user_id: Name,
      new_user_id: Name,
      previous_user_id: Name,
    }),
  ),
});
export type Message = z.infer<typeof Message>;

export const Status = z.object({
  id: z.string().min(1),
  status: z.string(),
  timestamp: loose(Seconds),
  biz_opaque_callback_data: loose(z.string()),
  errors: looseList(z.object({ code: Numeric })),
});
export type Status = z.infer<typeof Status>;

const TemplateName = z.string().regex(/^[a-z0-9_]{1,512}$/, "must be a template's name");

export const Settings = z.object({
  WHATSAPP_TOKEN: z.string().min(1),
  WHATSAPP_APP_SECRET: z.string().min(8),
  WHATSAPP_VERIFY_TOKEN: z.string().min(8),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/, "must be digits"),
  /** If absent, the service asks Meta. */
  WHATSAPP_PHONE_NUMBER: z
    .string()
    .regex(/^[1-9]\d{7,14}$/, "must be digits that begin with the country code")
    .optional(),
  /** Meta forbids asking for full identity numbers in a chat. */
  WHATSAPP_NUMBERS: z.enum(["page", "chat"]).default("page"),
  /** Utility templates that ask a citizen to write. The second has one variable, the report's number. */
  WHATSAPP_TEMPLATE_NEWS: TemplateName.optional(),
  WHATSAPP_TEMPLATE_TICKET: TemplateName.optional(),
  WHATSAPP_BUSINESS_ACCOUNT_ID: z.string().regex(/^\d+$/, "must be digits").optional(),
  WHATSAPP_API_ROOT: z.url({ protocol: /^https?$/ }).default("https://graph.facebook.com/v25.0/"),
});
export type Settings = z.infer<typeof Settings>;
