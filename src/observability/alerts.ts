import { randomUUID } from "node:crypto";
import type { Channel } from "../channels/channel.ts";
import { appError } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";

/** The operators get the same alarm only once within this time, in ms. */
const REPEAT_PAUSE = 10 * 60_000;
/** The code raises these alarms once for each outage, so no repeat of them is dropped. */
const RAISED_ONCE = new Set<unknown>(["outage", "outage-over"]);
/**
 * If the operators' platform cannot take an alert, the service tries again after `RETRY` ms and doubles each further
 * pause. It tries at most `MOST_TRIES` times, and not again after an error that is not retryable.
 */
const RETRY = 15_000;
const MOST_TRIES = 8;
/** The fields that an alert may show. No field identifies a person or a chat. */
const SHOWN = [
  "channel",
  "account",
  "district",
  "alarm",
  "what",
  "code",
  "platformCode",
  "ticket",
  "kind",
  "kecamatan",
  "job",
  "signal",
] as const;

export type Alerts = {
  log: Log;
  /** Sets the accounts whose operators' chats get the alerts. */
  connect(accounts: readonly Channel[]): void;
};

/** Opens a log that also sends errors and alarms to the operators' chats. A lost alert is still a line in the log. */
export function openAlerts(log: Log): Alerts {
  const told = new Map<string, number>();
  let accounts: readonly Channel[] = [];

  function sendAlert(fields: Record<string, unknown>, message: string): void {
    const shown = SHOWN.flatMap((name) => (fields[name] === undefined ? [] : [`${name}: ${String(fields[name])}`]));
    const key = `${message} ${shown.join(" ")}`;
    const now = performance.now();
    if (!RAISED_ONCE.has(fields.alarm) && (told.get(key) ?? Number.NEGATIVE_INFINITY) > now - REPEAT_PAUSE) return;
    if (told.size > 1_000) told.clear();
    told.set(key, now);
    const text = [`${fields.alarm === "outage-over" ? "✓" : "⚠"} ${message}`, ...shown].join("\n");
    for (const one of accounts) void sendTo(one, text, 1);
  }

  /** Sends an alert. Tries again later, because the operators may use the platform that is away. */
  async function sendTo(channel: Channel, text: string, tries: number): Promise<void> {
    const { name, account, operators = "" } = channel;
    const to = { channel: name, account, address: operators };
    try {
      await channel.send({ id: randomUUID(), to, text, choices: [], locale: "id" });
    } catch (thrown) {
      if (!appError(thrown).retryable || tries === MOST_TRIES) return; // the alarm is in the log
      setTimeout(() => void sendTo(channel, text, tries + 1), RETRY * 2 ** (tries - 1)).unref();
    }
  }

  return {
    log(level, fields, message) {
      log(level, fields, message);
      if (level === "error" || fields.alarm !== undefined) sendAlert(fields, message);
    },
    connect(all) {
      accounts = all.filter(({ operators }) => operators !== undefined);
    },
  };
}
