import { randomUUID } from "node:crypto";
import type { Channel } from "../channels/channel.ts";
import { appError } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";

/** In ms: within this time the same alarm is told once. */
const REPEAT_PAUSE = 10 * 60_000;
/** Alarms that the code raises once for each outage. They are never dropped as repeats. */
const RAISED_ONCE = new Set<unknown>(["outage", "outage-over"]);
/**
 * An alarm that the operators' own platform did not take is tried again after `RETRY` ms, then after twice as long, and
 * so on; it is tried `MOST_TRIES` times in all.
 */
const RETRY = 15_000;
const MOST_TRIES = 8;
/** The fields that an alert may show: short words and numbers of ours, never an id that leads to a person. */
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
  /** The log; its errors and alarms are also told to operators. */
  log: Log;
  /** Sets the accounts; those with an operators' chat get the alerts. */
  connect(accounts: readonly Channel[]): void;
};

/**
 * Tells operators in their own chat of errors and alarms in the log. An alert may be lost, since the log has the line
 * anyway.
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

  /** Sends an alert and tries again later: the platform that is away may be the one that the operators use. */
  async function sendTo(channel: Channel, text: string, tries: number): Promise<void> {
    const { name, account, operators = "" } = channel;
    const to = { channel: name, account, address: operators };
    try {
      await channel.send({ id: randomUUID(), to, text, choices: [], locale: "id" });
    } catch (thrown) {
      if (!appError(thrown).retryable || tries === MOST_TRIES) return; // the log has the alarm
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
