import { AppError } from "../../vocabulary/errors.ts";
import { openHttpPool } from "../http-pool.ts";
import { REFUSED_TOKEN } from "./refused-token.ts";
import { type Settings, UPDATE_TYPES } from "./schema.ts";
import { openApi, telegramError } from "./send.ts";

/** `undefined` means every other language. */
export type BotCommands = { language: string | undefined; commands: { command: string; description: string }[] }[];

const CONNECTIONS = 40;

export async function setUpTelegram(settings: Settings, url: string, menus: BotCommands): Promise<void> {
  const pool = openHttpPool(settings.TELEGRAM_API_ROOT);
  const api = openApi(settings.TELEGRAM_BOT_TOKEN, pool);
  try {
    await api.setWebhook(url, {
      secret_token: settings.TELEGRAM_WEBHOOK_SECRET,
      allowed_updates: UPDATE_TYPES,
      max_connections: CONNECTIONS,
    });
    for (const { language, commands } of menus) {
      await api.setMyCommands(commands, language ? { language_code: language as "en" } : {});
    }
  } catch (thrown) {
    const error = telegramError(thrown);
    if (error.code !== "CHANNEL_STOPPED") throw error;
    const { says, next } = REFUSED_TOKEN;
    throw new AppError(error.code, `${says}: ${next}`, { cause: error, details: error.details });
  } finally {
    await pool.close();
  }
}
