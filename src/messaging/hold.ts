import type { AppError } from "../vocabulary/errors.ts";

/** Times are in ms of the monotonic clock. */
export type Hold = {
  until: number;
  since: number;
  code: string;
  /** `failures`: the weighted number of failures in a row. `last`: the conversation of the last failed send. */
  failures: number;
  last: string;
  /** The back-off at the last failure (ms), without the platform's `retryAfter`. */
  pause: number;
  isOpen: boolean;
  /** True if receipts report a stopped account while the platform still takes messages. */
  byStatus: boolean;
  told: boolean;
  toldAt: number;
};

/** In ms. */
export const STOPPED_PAUSE = 60_000;
/** In ms. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const MOST_FAILURES = 2;
/** The weight of a repeated CHANNEL_BUSY of the same chat: the fault may lie in the chat's message. */
const SAME_CHAT = 0.5;

export const freshHold = (): Hold => ({
  until: 0,
  since: 0,
  code: "",
  failures: 0,
  last: "",
  pause: 0,
  isOpen: false,
  byStatus: false,
  told: false,
  toldAt: 0,
});

export const isOutage = ({ code, details }: AppError): boolean =>
  (code === "CHANNEL_BUSY" || code === "CHANNEL_UNKNOWN") && !details.unlisted;

export function countFailure(
  hold: Hold,
  { code, details }: AppError,
  { conversation, now }: { conversation: string; now: number },
): void {
  const isSame = code === "CHANNEL_BUSY" && !details.unreached && hold.last === conversation;
  hold.failures += isSame ? SAME_CHAT : 1;
  const isHeld = hold.pause > 0 || details.unreached || hold.failures >= MOST_FAILURES;
  const pause = isHeld ? Math.min(Math.max(hold.pause * 2, FIRST_PAUSE), LONGEST_PAUSE) : 0;
  const rest = Math.max(pause, details.retryAfter ?? 0);
  Object.assign(hold, { code, last: conversation, pause, isOpen: false });
  if (rest > 0) Object.assign(hold, { until: now + rest, since: now });
}
