import { AppError, type ErrorCode } from "../../errors.ts";
import { type HttpAnswer, retryAfterOf } from "../http-pool.ts";

/** Meta's error numbers by what they mean for us (developers.facebook.com, Cloud API error codes). */
const MEANINGS: Record<number, ErrorCode> = {
  ...all("CHANNEL_BUSY", [1, 2, 4, 80007, 130429, 131016, 131000, 131057, 133016, 131048]),
  ...all("CHANNEL_STOPPED", [0, 3, 10, 190, 368, 131031, 131042, 131045, 130497]),
  ...all("CONTACT_UNREACHABLE", [131026, 131021, 131030, 131050]),
  ...all("CHANNEL_REJECTED", [100, 131008, 131009, 131051]),
  131056: "CONTACT_BUSY",
  131047: "WINDOW_CLOSED",
  470: "WINDOW_CLOSED",
};

function all(meaning: ErrorCode, codes: number[]): Record<number, ErrorCode> {
  return Object.fromEntries(codes.map((code) => [code, meaning]));
}

/** One message to the same citizen every six seconds. */
const PAIR_PAUSE = 6_000;
/** Meta asks to slow down because citizens complain. */
const SPAM_LIMIT = 131048;
const SPAM_PAUSE = 60_000;

/** What an error number means, whether it comes with the call or later as a status. */
export function meaningOf(platformCode: number): ErrorCode {
  const known = MEANINGS[platformCode];
  if (known) return known;
  return platformCode >= 200 && platformCode < 300 ? "CHANNEL_STOPPED" : "CHANNEL_REJECTED";
}

/** The error of a call; Meta's words may hold a number, so only its code is kept. */
export function graphError(answer: HttpAnswer, now: number): AppError {
  const platformCode = codeIn(answer.text);
  const retryAfter = retryAfterOf(answer.headers, now);
  const made = (code: ErrorCode, pause = retryAfter) =>
    new AppError(code, `whatsapp ${answer.status} ${platformCode ?? ""}`.trim(), {
      details: {
        ...(platformCode === undefined ? {} : { platformCode }),
        ...(pause === undefined ? {} : { retryAfter: pause }),
      },
    });
  if (platformCode === 131056) return made("CONTACT_BUSY", retryAfter ?? PAIR_PAUSE);
  if (platformCode === SPAM_LIMIT) return made("CHANNEL_BUSY", retryAfter ?? SPAM_PAUSE);
  if (platformCode !== undefined && platformCode in MEANINGS) return made(meaningOf(platformCode));
  if (answer.status === 429 || answer.status >= 500) return made("CHANNEL_BUSY");
  if (answer.status === 401) return made("CHANNEL_STOPPED");
  return made(platformCode === undefined ? "CHANNEL_REJECTED" : meaningOf(platformCode));
}

function codeIn(text: string): number | undefined {
  try {
    const code = (JSON.parse(text) as { error?: { code?: unknown } } | null)?.error?.code;
    return typeof code === "number" ? code : undefined;
  } catch {
    return undefined;
  }
}
