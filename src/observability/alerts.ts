import { randomUUID } from "node:crypto";
import type { Channel } from "../channels/channel.ts";
import { appError } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";

/** The operators get the same alarm only once within this time, in ms. */
const REPEAT_PAUSE = 10 * 60_000;
/** Alarms that the code raises once for each outage, so they are never dropped as repeats. */
const RAISED_ONCE = new Set<unknown>(["outage", "outage-over"]);
/**
 * If the operators' platform cannot take an alert now, we try again after `RETRY` ms. Each further pause is twice as
 * long. We try `MOST_TRIES` times in all. After an error that is not retryable, we do not try again.
 */
const RETRY = 15_000;
const MOST_TRIES = 8;
/**
 * The fields that an alert may show: short words, codes and the number of a ticket. The id of a person or of a chat is
 * never one of them.
 */
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
  /** This log also sends its errors and alarms to operators. */
  log: Log;
  /** Sets the accounts. Alerts go out through each account that has an operators' chat. */
  connect(accounts: readonly Channel[]): void;
};

/**
 * Sends errors and alarms of the log to the operators' own chat. If an alert is lost, operators still find its line in
 * the log.
 */
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

  /** Sends an alert, and tries again later: the operators may use the same platform that is away now. */
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
