import { BOT, startService } from "./runtime.ts";
import type { serviceShapes } from "./service-shapes.ts";
import { startTelegram } from "./telegram/index.ts";
import { startWhatsApp } from "./whatsapp/index.ts";

const APP_SECRET = "app-secret-of-the-stand-in";

type Open = (typeof serviceShapes)[number]["open"];

export async function startWithBoth(
  open: Open,
  settings: Record<string, string> & { WHATSAPP_PHONE_NUMBER_ID__LAMONGAN: string },
) {
  const telegram = await startTelegram({ ...BOT });
  const whatsapp = await startWhatsApp({
    token: "token",
    appSecret: APP_SECRET,
    phoneNumberId: settings.WHATSAPP_PHONE_NUMBER_ID__LAMONGAN,
  });
  const opened = await open();
  const service = await startService(
    {
      ...opened.settings,
      TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
      TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
      WHATSAPP_TOKEN__LAMONGAN: "token",
      WHATSAPP_APP_SECRET__LAMONGAN: APP_SECRET,
      WHATSAPP_VERIFY_TOKEN__LAMONGAN: "verify-token-1",
      WHATSAPP_API_ROOT__LAMONGAN: whatsapp.url,
      SEND_RATE: "0",
      SEND_RATE_CHAT: "0",
      ...settings,
    },
    { sample: false },
  );
  telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
  whatsapp.setWebhook(`${service.url}/webhooks/whatsapp`);
  return {
    telegram,
    whatsapp,
    service,
    async close() {
      await service.close();
      await Promise.all([telegram.close(), whatsapp.close()]);
      await opened.drop();
    },
  };
}
