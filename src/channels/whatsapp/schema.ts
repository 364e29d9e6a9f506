import { z } from "zod";

/** The webhook of the WhatsApp Cloud API, as far as we read it. `from` and `wa_id` may be missing since 2026. */
export const Notification = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(
    z.object({ id: z.string().optional(), changes: z.array(z.object({ field: z.string(), value: z.unknown() })) }),
  ),
});

/** Messages and statuses are read one by one, so that a broken one spoils nothing for its neighbours. */
export const Value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  messages: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
});

const Media = z.object({
  id: z.string(),
  mime_type: z.string().optional(),
  caption: z.string().optional(),
  filename: z.string().optional(),
  voice: z.boolean().optional(),
});
const Pressed = z.object({ id: z.string(), title: z.string().optional() });

export const Message = z.object({
  id: z.string().min(1),
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  from_parent_user_id: z.string().optional(),
  user_id: z.string().optional(),
  timestamp: z.string().regex(/^\d{1,13}$/),
  type: z.string(),
  text: z.object({ body: z.string() }).optional(),
  button: z.object({ payload: z.string().optional(), text: z.string().optional() }).optional(),
  interactive: z
    .object({ type: z.string(), button_reply: Pressed.optional(), list_reply: Pressed.optional() })
    .optional(),
  image: Media.optional(),
  document: Media.optional(),
  audio: Media.optional(),
  video: Media.optional(),
  sticker: Media.optional(),
  contacts: z
    .array(
      z.object({
        phones: z.array(z.object({ phone: z.string().optional(), wa_id: z.string().optional() })).optional(),
      }),
    )
    .optional(),
  context: z.object({ forwarded: z.boolean().optional(), frequently_forwarded: z.boolean().optional() }).optional(),
  referral: z
    .object({ source_type: z.string().optional(), source_id: z.string().optional(), source_url: z.string().optional() })
    .optional(),
  location: z.object({ latitude: z.number(), longitude: z.number(), name: z.string().optional() }).optional(),
  system: z
    .object({
      type: z.string().optional(),
      wa_id: z.string().optional(),
      new_wa_id: z.string().optional(),
      user_id: z.string().optional(),
      new_user_id: z.string().optional(),
      previous_user_id: z.string().optional(),
    })
    .optional(),
});
export type Message = z.infer<typeof Message>;

export const Status = z.object({
  id: z.string().min(1),
  status: z.string(),
  timestamp: z.string().regex(/^\d{1,13}$/),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.object({ code: z.number() })).optional(),
});
export type Status = z.infer<typeof Status>;

const TemplateName = z.string().regex(/^[a-z0-9_]{1,512}$/, "must be a template's name");

export const Settings = z.object({
  WHATSAPP_TOKEN: z.string().min(1),
  WHATSAPP_APP_SECRET: z.string().min(8),
  WHATSAPP_VERIFY_TOKEN: z.string().min(8),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/, "must be digits"),
  /** Meta forbids asking for full identity numbers in a chat. */
  WHATSAPP_NUMBERS: z.enum(["page", "chat"]).default("page"),
  /** Utility templates that ask a citizen to write ("reply OPEN to read"): one without gaps, one with a report's number as its only gap. */
  WHATSAPP_TEMPLATE_NEWS: TemplateName.optional(),
  WHATSAPP_TEMPLATE_TICKET: TemplateName.optional(),
  WHATSAPP_BUSINESS_ACCOUNT_ID: z.string().regex(/^\d+$/, "must be digits").optional(),
  WHATSAPP_API_ROOT: z.url({ protocol: /^https?$/ }).default("https://graph.facebook.com/v25.0/"),
});
export type Settings = z.infer<typeof Settings>;
