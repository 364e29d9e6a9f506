import { defined } from "../../defined.ts";
import { AppError, type ErrorCode } from "../../vocabulary/errors.ts";
import { type HttpAnswer, retryAfterOf } from "../http-pool.ts";

/** Meta's error numbers by what they mean for us (developers.facebook.com, Cloud API error codes). */
const MEANINGS: Record<number, ErrorCode> = {
  ...all("CHANNEL_BUSY", [1, 2, 4, 17, 32, 341, 613, 80007, 130429, 131016, 131000, 131057, 133004, 133016, 131048]),
  // Token, rights, payment, policy, or a number that is not registered (any more).
  ...all("CHANNEL_STOPPED", [0, 3, 10, 33, 102, 104, 190, 368, 131005, 131031, 131037, 131042, 131045, 130497]),
  ...all("CHANNEL_STOPPED", [133000, 133005, 133006, 133008, 133009, 133010, 133015]),
  ...all("CONTACT_UNREACHABLE", [131026, 131021, 131030, 131050]),
  // Of media: too large, of a kind nobody takes, or gone. Of marketing: not to this person now.
  ...all("CHANNEL_REJECTED", [100, 131008, 131009, 131051, 131052, 131053, 131049, 130472]),
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

/** Missing rights. */
const isAboutRights = (platformCode: number): boolean => platformCode >= 200 && platformCode < 300;
/** A template's own trouble, 132000 to 132999. */
export const isAboutTemplate = (platformCode: number): boolean => Math.floor(platformCode / 1_000) === 132;

/** Whether this release knows what to do about an error number. */
export const isListed = (platformCode: number): boolean =>
  platformCode in MEANINGS || isAboutRights(platformCode) || isAboutTemplate(platformCode);

/** What an error number means, whether it comes with the call or later as a status; one that nobody knows is tried again. */
export function meaningOf(platformCode: number): ErrorCode {
  const known = MEANINGS[platformCode];
  if (known) return known;
  if (isAboutRights(platformCode)) return "CHANNEL_STOPPED";
  return isAboutTemplate(platformCode) ? "CHANNEL_REJECTED" : "CHANNEL_BUSY";
}

/** The error of a call; Meta's words may hold a number, so only its code is kept. */
export function graphError(answer: HttpAnswer, now: number): AppError {
  const platformCode = codeIn(answer.text);
  const retryAfter = retryAfterOf(answer.headers, now);
  const made = (code: ErrorCode, pause = retryAfter, unlisted = false) =>
    new AppError(code, `whatsapp ${answer.status} ${platformCode ?? ""}`.trim(), {
      details: {
        ...defined({ platformCode, retryAfter: pause }),
        ...(unlisted ? { unlisted } : {}),
      },
    });
  if (platformCode === 131056) return made("CONTACT_BUSY", retryAfter ?? PAIR_PAUSE);
  if (platformCode === SPAM_LIMIT) return made("CHANNEL_BUSY", retryAfter ?? SPAM_PAUSE);
  if (platformCode !== undefined && isListed(platformCode)) return made(meaningOf(platformCode));
  if (answer.status === 401) return made("CHANNEL_STOPPED");
  // A proxy's page says nothing of the number or of the citizen.
  const isAway = platformCode === undefined || answer.status === 429 || answer.status >= 500;
  return made("CHANNEL_BUSY", retryAfter, !isAway);
}

function codeIn(text: string): number | undefined {
  try {
    const code = (JSON.parse(text) as { error?: { code?: unknown } } | null)?.error?.code;
    return typeof code === "number" ? code : undefined;
  } catch {
    return undefined;
  }
}
