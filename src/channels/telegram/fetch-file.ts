import { open } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { type Api, GrammyError } from "grammy";
import { AppError } from "../../vocabulary/errors.ts";
import type { HttpPool } from "../http-pool.ts";
import type { Settings } from "./schema.ts";
import { telegramError } from "./send.ts";

const TELEGRAM = "api.telegram.org";

/** Only an office's own Bot API server shares a disk with the service. */
export async function fetchFile(api: Api, pool: HttpPool, settings: Settings, file: string, most: number) {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root } = settings;
  const path = await findPath(api, file, most);
  const isLocal = isAbsolute(path);
  if (isLocal && new URL(root).hostname === TELEGRAM)
    throw new AppError("CHANNEL_REJECTED", "a file that lies elsewhere");
  const bytes = isLocal ? await readFromDisk(path, most) : undefined;
  if (bytes) return bytes;
  const [, below = path] = path.split(`/${token}/`);
  const served = below.replace(/^\/+/, "").split("/").map(encodeURIComponent).join("/");
  return pool.fetchBytes(`/file/bot${token}/${served}`, { most });
}

async function readFromDisk(path: string, most: number): Promise<Buffer | undefined> {
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

async function findPath(api: Api, file: string, most: number): Promise<string> {
  try {
    const { file_path: path, file_size: size = 0 } = await api.getFile(file);
    if (size > most) throw new AppError("TOO_LARGE", "file too large");
    if (!path || path.split("/").includes("..")) throw new AppError("NOT_FOUND", "file without a path");
    return path;
  } catch (thrown) {
    if (!(thrown instanceof GrammyError) || thrown.error_code !== 400) throw telegramError(thrown);
    const { description } = thrown;
    if (/too big/i.test(description)) throw new AppError("TOO_LARGE", "telegram gives no file so large");
    // Telegram sends the status 400 for both faults.
    if (/temporarily unavailable/i.test(description))
      throw new AppError("CHANNEL_BUSY", "telegram has the file not now");
    throw new AppError("NOT_FOUND", "telegram has no such file");
  }
}
