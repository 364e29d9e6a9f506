import { Api, GrammyError } from "grammy";
import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundMessage } from "../../vocabulary/message.ts";
import type { HttpPool } from "../http-pool.ts";

const CALLBACK_BYTES = 64;
/** In characters. */
const SHORT_TITLE = 16;

export function openApi(token: string, pool: HttpPool): Api {
  const api = new Api(token);
  const headers = { "content-type": "application/json" };
  api.config.use(async (_, method, payload) => {
    const { status, text } = await pool.request("POST", `/bot${token}/${method}`, {
      headers,
      body: JSON.stringify(payload),
    });
    return readAnswer(status, text) as never;
  });
  return api;
}

/** An answer that is not JSON comes from a proxy. */
function readAnswer(status: number, text: string): unknown {
  try {
    const json = JSON.parse(text);
    if (typeof json === "object" && json !== null && "ok" in json) return json;
  } catch {}
  const isTaken = status >= 200 && status < 300;
  throw new AppError(isTaken ? "CHANNEL_UNKNOWN" : "CHANNEL_BUSY", "unreadable answer", {
    details: { platformCode: status },
  });
}

const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

type Keyboard = { text: string; callback_data: string }[][];

/** Throws CHANNEL_REJECTED for a choice whose id is too long. */
export function keyboardOf(choices: OutboundMessage["choices"]): Keyboard {
  const rows: Keyboard = [];
  for (const { id, title } of choices) {
    if (Buffer.byteLength(id) > CALLBACK_BYTES)
      throw new AppError("CHANNEL_REJECTED", "choice id longer than 64 bytes");
    const last = rows.at(-1);
    const pair = last?.length === 1 && title.length <= SHORT_TITLE && (last[0]?.text.length ?? 0) <= SHORT_TITLE;
    if (pair) last.push({ text: title, callback_data: id });
    else rows.push([{ text: title, callback_data: id }]);
  }
  return rows;
}

/** Sends plain text, so Telegram never reads a citizen's words as markup. */
export async function sendMessage(api: Api, message: OutboundMessage): Promise<void> {
  const { to, text, choices, thread } = message;
  const keyboard = choices.length > 0 ? { reply_markup: { inline_keyboard: keyboardOf(choices) } } : {};
  const options = { ...NO_PREVIEW, ...keyboard };
  const topic = thread === undefined ? {} : { message_thread_id: Number(thread) };
  try {
    await api.sendMessage(to.address, text, { ...options, ...topic });
  } catch (thrown) {
    if (thread !== undefined && thrown instanceof GrammyError && /thread not found|topic/i.test(thrown.description)) {
      const { thread: _, ...plain } = message;
      return sendMessage(api, plain);
    }
    throw telegramError(thrown);
  }
}

export async function ping(api: Api): Promise<void> {
  try {
    await api.getMe();
  } catch (thrown) {
    throw telegramError(thrown);
  }
}

/** Ignores the status 400: Telegram has already stopped the button's spinner. */
export async function acknowledge(api: Api, callback: string): Promise<void> {
  try {
    await api.answerCallbackQuery(callback);
  } catch (thrown) {
    if (!(thrown instanceof GrammyError && thrown.error_code === 400)) throw telegramError(thrown);
  }
}

export async function removeMessage(api: Api, name: string): Promise<void> {
  const [chat = "", message] = name.split(":");
  try {
    await api.deleteMessage(chat, Number(message));
  } catch (thrown) {
    if (!(thrown instanceof GrammyError && [400, 403].includes(thrown.error_code))) throw telegramError(thrown);
  }
}

/** Drops Telegram's words, because these may contain a chat's id. */
export function telegramError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof GrammyError)) return new AppError("CHANNEL_UNKNOWN", "telegram call failed");
  const { error_code: platformCode, description, parameters } = thrown;
  const makeError = (code: AppError["code"], details: AppError["details"] = {}) =>
    new AppError(code, `telegram ${platformCode}`, { details: { platformCode, ...details } });
  const retryAfter = parameters.retry_after === undefined ? {} : { retryAfter: parameters.retry_after * 1_000 };
  switch (platformCode) {
    case 429: // mostly the limit of one chat
      return makeError("CONTACT_BUSY", retryAfter);
    case 401:
    case 404:
      return makeError("CHANNEL_STOPPED");
    case 403:
      return makeError("CONTACT_UNREACHABLE");
    case 400: {
      const to = parameters.migrate_to_chat_id;
      if (to !== undefined) return makeError("CONTACT_MOVED", { to: String(to) });
      return makeError(
        /chat not found|user is deactivated/i.test(description) ? "CONTACT_UNREACHABLE" : "CHANNEL_REJECTED",
      );
    }
    default:
      return makeError(platformCode >= 500 ? "CHANNEL_BUSY" : "CHANNEL_REJECTED", retryAfter);
  }
}
