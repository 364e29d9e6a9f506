import { open } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { type Api, GrammyError } from "grammy";
import { AppError } from "../../vocabulary/errors.ts";
import type { HttpPool } from "../http-pool.ts";
import type { Settings } from "./schema.ts";
import { telegramError } from "./send.ts";

const TELEGRAM = "api.telegram.org";

/**
 * A file's bytes: its path first, which Telegram keeps for an hour, then what lies there. A Bot API server of one's own
 * may name a path on the disk that it shares with us; Telegram's own never does.
 */
export async function fetchFile(api: Api, pool: HttpPool, settings: Settings, file: string, most: number) {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root } = settings;
  const path = await pathOf(api, file, most);
  const isLocal = isAbsolute(path);
  if (isLocal && new URL(root).hostname === TELEGRAM)
    throw new AppError("CHANNEL_REJECTED", "a file that lies elsewhere");
  const bytes = isLocal ? await bytesOnDisk(path, most) : undefined;
  if (bytes) return bytes;
  // Behind its own web server the same file has the path that follows the bot's folder.
  const [, below = path] = path.split(`/${token}/`);
  const served = below.replace(/^\/+/, "").split("/").map(encodeURIComponent).join("/");
  return pool.bytes(`/file/bot${token}/${served}`, { most });
}

/** `undefined`: its disk is not ours. */
async function bytesOnDisk(path: string, most: number): Promise<Buffer | undefined> {
  const file = await open(path, "r").catch(() => undefined);
  if (!file) return undefined;
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return undefined;
    if (stat.size > most) throw new AppError("TOO_LARGE", "file too large");
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function pathOf(api: Api, file: string, most: number): Promise<string> {
  try {
    const { file_path: path, file_size: size = 0 } = await api.getFile(file);
    if (size > most) throw new AppError("TOO_LARGE", "file too large");
    if (!path || path.split("/").includes("..")) throw new AppError("NOT_FOUND", "file without a path");
    return path;
  } catch (thrown) {
    if (!(thrown instanceof GrammyError) || thrown.error_code !== 400) throw telegramError(thrown);
    const { description } = thrown;
    if (/too big/i.test(description)) throw new AppError("TOO_LARGE", "telegram gives no file so large");
    // Its one sentence for a file that is gone and for one that comes back: that one is tried again.
    if (/temporarily unavailable/i.test(description))
      throw new AppError("CHANNEL_BUSY", "telegram has the file not now");
    throw new AppError("NOT_FOUND", "telegram has no such file");
  }
}
