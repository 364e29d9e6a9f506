import { defined } from "../../defined.ts";
import { AppError, type ErrorCode } from "../../vocabulary/errors.ts";
import { type HttpAnswer, retryAfterOf } from "../http-pool.ts";

/** Meanings of Meta's codes: developers.facebook.com, Cloud API error codes. */
const MEANINGS: Record<number, ErrorCode> = {
  ...withMeaning(
    "CHANNEL_BUSY",
    [1, 2, 4, 17, 32, 341, 613, 80007, 130429, 131016, 131000, 131057, 133004, 133016, 131048],
  ),
  // These codes mean a fault of the token, the rights, the payment or the number.
  ...withMeaning("CHANNEL_STOPPED", [0, 3, 10, 33, 102, 104, 190, 368, 131005, 131031, 131037, 131042, 131045, 130497]),
  ...withMeaning("CHANNEL_STOPPED", [133000, 133005, 133006, 133008, 133009, 133010, 133015]),
  ...withMeaning("CONTACT_UNREACHABLE", [131026, 131021, 131030, 131050]),
  // Some of these codes mean bad media or marketing that Meta does not deliver.
  ...withMeaning("CHANNEL_REJECTED", [100, 131008, 131009, 131051, 131052, 131053, 131049, 130472]),
  131056: "CONTACT_BUSY",
  131047: "WINDOW_CLOSED",
  470: "WINDOW_CLOSED",
};

function withMeaning(meaning: ErrorCode, codes: number[]): Record<number, ErrorCode> {
  return Object.fromEntries(codes.map((code) => [code, meaning]));
}

/** In ms. Meta takes one message to a citizen every six seconds. */
const PAIR_PAUSE = 6_000;
/** Meta's code if citizens complain about the account's messages. `SPAM_PAUSE` is in ms. */
export const SPAM_LIMIT = 131048;
const SPAM_PAUSE = 60_000;

const isAboutRights = (platformCode: number): boolean => platformCode >= 200 && platformCode < 300;
export const isAboutTemplate = (platformCode: number): boolean => Math.floor(platformCode / 1_000) === 132;

export const isListed = (platformCode: number): boolean =>
  platformCode in MEANINGS || isAboutRights(platformCode) || isAboutTemplate(platformCode);

/** Returns CHANNEL_BUSY for an unknown code, so the service tries again. */
export function meaningOf(platformCode: number): ErrorCode {
  const known = MEANINGS[platformCode];
  if (known) return known;
  if (isAboutRights(platformCode)) return "CHANNEL_STOPPED";
  return isAboutTemplate(platformCode) ? "CHANNEL_REJECTED" : "CHANNEL_BUSY";
}

/** Drops Meta's words, because these may contain a phone number. */
export function graphError(answer: HttpAnswer, now: number): AppError {
  const platformCode = codeIn(answer.text);
  const retryAfter = retryAfterOf(answer.headers, now);
  const makeError = (code: ErrorCode, pause = retryAfter, unlisted = false) =>
    new AppError(code, `whatsapp ${answer.status} ${platformCode ?? ""}`.trim(), {
      details: {
        ...defined({ platformCode, retryAfter: pause }),
        ...(unlisted ? { unlisted } : {}),
      },
    });
  if (platformCode === 131056) return makeError("CONTACT_BUSY", retryAfter ?? PAIR_PAUSE);
  if (platformCode === SPAM_LIMIT) return makeError("CHANNEL_BUSY", retryAfter ?? SPAM_PAUSE);
  if (platformCode !== undefined && isListed(platformCode)) return makeError(meaningOf(platformCode));
  if (answer.status === 401) return makeError("CHANNEL_STOPPED");
  const isAway = platformCode === undefined || answer.status === 429 || answer.status >= 500;
  return makeError("CHANNEL_BUSY", retryAfter, !isAway);
}

function codeIn(text: string): number | undefined {
  try {
    const code = (JSON.parse(text) as { error?: { code?: unknown } } | null)?.error?.code;
    return typeof code === "number" ? code : undefined;
  } catch {
    return undefined;
  }
}
