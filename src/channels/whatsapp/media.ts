import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../vocabulary/errors.ts";
import type { HttpAnswer, HttpPool } from "../http-pool.ts";
import { graphError } from "./errors.ts";

/** Apart from WHATSAPP_API_ROOT, only these hosts of Meta get the token. */
const HOSTS = /(^|\.)(fbsbx\.com|fbcdn\.net|whatsapp\.net|facebook\.com)$/;

const Media = z.object({ url: z.url(), sha256: z.string().optional(), file_size: z.number().optional() });

export async function fetchMedia(
  pool: HttpPool,
  root: string,
  authorization: string,
  id: string,
  most: number,
): Promise<Buffer> {
  if (!/^\d+$/.test(id)) throw new AppError("NOT_FOUND", "not a media id");
  const headers = { authorization };
  const answer = await pool.request("GET", `/${id}`, { headers });
  if (answer.status < 200 || answer.status >= 300) throw mediaError(answer);
  const { url, sha256, file_size: size = 0 } = readMedia(answer.text);
  if (size > most) throw new AppError("TOO_LARGE", "file too large");
  const at = new URL(url);
  const isOurs = at.origin === new URL(root).origin || (at.protocol === "https:" && HOSTS.test(at.hostname));
  if (!isOurs) throw new AppError("CHANNEL_REJECTED", "a file that lies elsewhere");
  const bytes = await pool.fetchBytes(at, { headers: { ...headers, "user-agent": "sapa-bansos" }, most });
  if (sha256 && !isHashOf(sha256, bytes)) throw new AppError("CHANNEL_BUSY", "file does not match its hash");
  return bytes;
}

const GONE = new Set([100, 33, 131052]);

/** The service gives up a file that is NOT_FOUND, so Meta itself must say so. */
function mediaError(answer: HttpAnswer): AppError {
  const error = graphError(answer, Date.now());
  const { platformCode } = error.details;
  const isGone = platformCode !== undefined && GONE.has(platformCode) && answer.status < 500;
  return isGone ? new AppError("NOT_FOUND", "whatsapp has no such file") : error;
}

function readMedia(text: string): z.infer<typeof Media> {
  try {
    return Media.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("CHANNEL_REJECTED", "unexpected answer about a file", { cause });
  }
}

/** Meta writes the hash in hex here, but in base64 in webhooks. */
function isHashOf(sha256: string, bytes: Buffer): boolean {
  const digest = createHash("sha256").update(bytes).digest();
  return sha256 === digest.toString("hex") || sha256 === digest.toString("base64");
}
