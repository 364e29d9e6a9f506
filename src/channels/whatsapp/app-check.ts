import { z } from "zod";
import { appError } from "../../vocabulary/errors.ts";
import type { ChannelCheck } from "../channel.ts";
import type { Ask } from "./graph-ask.ts";
import type { Settings } from "./schema.ts";

const what = "webhook" as const;
const OBJECT = "whatsapp_business_account";
const App = z.object({ id: z.string() });
const Subscribed = z.object({ data: z.array(z.object({ whatsapp_business_api_data: App.optional() })) });
const Subscriptions = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: z.string().optional(),
      active: z.boolean().optional(),
      fields: z.array(z.object({ name: z.string() })).optional(),
    }),
  ),
});

const bad = (detail: string, says: string, next: string): ChannelCheck => ({ what, ok: false, detail, says, next });
const unknown = (detail: string): ChannelCheck => ({ what, ok: true, unknown: true, detail });

/** Without an answer of Meta, the result is `unknown`, which is no fault. */
export async function checkSubscription(ask: Ask, settings: Settings, url: string): Promise<ChannelCheck[]> {
  const { WHATSAPP_BUSINESS_ACCOUNT_ID: business, WHATSAPP_APP_SECRET: secret } = settings;
  const app = await ask("/app?fields=id", App).catch(() => undefined);
  if (!app) return [unknown("Meta does not tell which app the token is of")];
  const callback = await checkCallback(ask, app.id, secret, url);
  if (!callback.ok || !business) return [callback];
  const apps = await ask(`/${business}/subscribed_apps`, Subscribed).catch(() => undefined);
  if (apps && !apps.data.some(({ whatsapp_business_api_data: one }) => one?.id === app.id))
    return [
      bad(
        "the account is not subscribed",
        "the WhatsApp Business account is not subscribed to the app, so Meta delivers nothing",
        "POST /WHATSAPP_BUSINESS_ACCOUNT_ID/subscribed_apps with the token, or subscribe it in Meta's app",
      ),
    ];
  return [callback];
}

async function checkCallback(ask: Ask, app: string, secret: string, url: string): Promise<ChannelCheck> {
  try {
    const { data } = await ask(`/${app}/subscriptions`, Subscriptions, `${app}|${secret}`);
    const own = data.find(({ object }) => object === OBJECT);
    const setting = `in Meta's app set the callback URL ${url} and its verify token`;
    if (!own?.callback_url) return bad("no callback URL", "Meta's app has no callback URL for WhatsApp", setting);
    if (own.callback_url !== url)
      return bad("another callback URL", "Meta delivers to another callback URL than PUBLIC_URL's", setting);
    if (own.active === false) return bad("not active", "Meta has switched off its deliveries to us", setting);
    if (own.fields && !own.fields.some(({ name }) => name === "messages"))
      return bad(
        "not asked for messages",
        "Meta's app is not subscribed to the field messages",
        "subscribe it to messages in Meta's app",
      );
    return { what, ok: true, detail: "delivers to us" };
  } catch (thrown) {
    const { details } = appError(thrown);
    return details.platformCode === 190 || details.platformCode === 1
      ? bad(
          "refuses the app secret",
          "Meta does not take WHATSAPP_APP_SECRET, and no delivery passes with it",
          "copy the app secret anew from Meta's app settings",
        )
      : unknown("Meta does not tell where it delivers");
  }
}
