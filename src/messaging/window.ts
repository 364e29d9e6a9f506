import type { Channel } from "../channels/channel.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { OpenSend, SendResult } from "../store/ports/outbox.ts";
import { appError, type ErrorCode } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";
import type { Holds } from "./account-holds.ts";

const DAY = 24 * 3_600_000;
/** In ms. The clocks of this machine and the platform may differ by this much. */
const CLOCK_MARGIN = 60_000;
/** In ms. */
const ASK_AGAIN = 60_000;
const NOT_NOW = new Set<ErrorCode>(["CHANNEL_BUSY", "CONTACT_BUSY", "CHANNEL_STOPPED"]);

export function isWindowClosed(channel: Channel, { heardAt }: OpenSend): boolean {
  const { window } = channel;
  if (window === undefined || heardAt === undefined) return false;
  return (channel.now?.() ?? Date.now()) - heardAt > window + CLOCK_MARGIN;
}

export type Waiting = {
  store: Pick<Limits, "count" | "clearCounts">;
  holds: Pick<Holds, "noteFailure">;
  log: Log;
};

/** Asks the citizen to write at most once a day. `tried`: the platform itself has refused the message. */
export async function waitForCitizen(
  { store, holds, log }: Waiting,
  channel: Channel | undefined,
  { conversation, message }: OpenSend,
  tried: boolean,
): Promise<SendResult> {
  const waiting: SendResult = { state: "waiting", code: "WINDOW_CLOSED", tried };
  const line = { conversation, outbound: message.id, channel: message.to.channel };
  if (!channel?.askToWrite) {
    log("warn", line, "not asked to write: no template is set up");
    return waiting;
  }
  const key = `nudge:${conversation}`;
  try {
    if ((await store.count([{ key, limit: 1, window: DAY, add: 1 }])).exceeded) return waiting;
    await channel.askToWrite(message);
    log("info", line, "asked to write");
    return waiting;
  } catch (thrown) {
    const error = appError(thrown);
    const { code, details } = error;
    await holds.noteFailure(message.to, error, { conversation });
    log("warn", { ...line, code, platformCode: details.platformCode }, "not asked to write");
    // A failed request to write counts for today only if the request may have arrived.
    if (code !== "CHANNEL_UNKNOWN") await store.clearCounts([key]).catch(() => undefined);
    return NOT_NOW.has(code) ? { state: "again", after: details.retryAfter ?? ASK_AGAIN, tried: false, code } : waiting;
  }
}
