import { randomUUID } from "node:crypto";
import type { Channel } from "../channels/channel.ts";
import { appError } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";

/** Ms in which the same alarm is told once. */
const AGAIN = 10 * 60_000;
/** The code that raises these alarms tells each once: their beginning and their end are never the same news again. */
const ONCE = new Set<unknown>(["outage", "outage-over"]);
/** Ms before an alarm is tried again that the operators' own platform did not take, doubled each time; and how often. */
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
  /** The log, whose errors and alarms are told to operators too. */
  log: Log;
  /** Accounts that have an operators' chat. */
  connect(accounts: readonly Channel[]): void;
};

/** Tells operators in their own chat what the log calls an error or an alarm; best effort, since the log holds it anyway. */
export function openAlerts(log: Log): Alerts {
  const told = new Map<string, number>();
  let accounts: readonly Channel[] = [];

  function alert(fields: Record<string, unknown>, message: string): void {
    const shown = SHOWN.flatMap((name) => (fields[name] === undefined ? [] : [`${name}: ${String(fields[name])}`]));
    const key = `${message} ${shown.join(" ")}`;
    const now = performance.now();
    if (!ONCE.has(fields.alarm) && (told.get(key) ?? Number.NEGATIVE_INFINITY) > now - AGAIN) return;
    if (told.size > 1_000) told.clear();
    told.set(key, now);
    const text = [`${fields.alarm === "outage-over" ? "✓" : "⚠"} ${message}`, ...shown].join("\n");
    for (const one of accounts) void tell(one, text, 1);
  }

  /** The platform that is away may be the one that operators are told by. */
  async function tell(channel: Channel, text: string, tries: number): Promise<void> {
    const { name, account, operators = "" } = channel;
    const to = { channel: name, account, address: operators };
    try {
      await channel.send({ id: randomUUID(), to, text, choices: [], locale: "id" });
    } catch (thrown) {
      if (!appError(thrown).retryable || tries === MOST_TRIES) return; // it stands in the log
      setTimeout(() => void tell(channel, text, tries + 1), RETRY * 2 ** (tries - 1)).unref();
    }
  }

  return {
    log(level, fields, message) {
      log(level, fields, message);
      if (level === "error" || fields.alarm !== undefined) alert(fields, message);
    },
    connect(all) {
      accounts = all.filter(({ operators }) => operators !== undefined);
    },
  };
}
