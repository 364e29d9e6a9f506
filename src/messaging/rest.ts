import type { AppError } from "../errors.ts";
import type { Contact } from "../message.ts";
import { channelKey, type Messaging } from "./messaging.ts";

/** Ms after which an account is tried again that a platform has stopped, so that it comes back by itself. */
export const STOPPED_PAUSE = 60_000;

/** Lets a whole account rest that its platform has stopped or wants slower. */
export function restAfter({ resting }: Messaging, to: Contact, { code, details }: AppError): void {
  const rest = code === "CHANNEL_STOPPED" ? STOPPED_PAUSE : code === "CHANNEL_BUSY" ? (details.retryAfter ?? 0) : 0;
  if (rest > 0) resting.set(channelKey(to), { until: performance.now() + rest, code });
}
