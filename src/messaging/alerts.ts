import { randomUUID } from "node:crypto";
import type { Channel } from "../channels/channel.ts";
import type { Log } from "../message.ts";

/** Ms in which the same alarm is told once. */
const AGAIN = 10 * 60_000;
/** What an alert may show: short words and numbers of ours, never an id that leads to a person. */
const SHOWN = [
  "channel",
  "account",
  "district",
  "alarm",
  "what",
  "code",
  "platformCode",
  "ticket",
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
    if ((told.get(key) ?? Number.NEGATIVE_INFINITY) > now - AGAIN) return;
    if (told.size > 1_000) told.clear();
    told.set(key, now);
    const text = [`⚠ ${message}`, ...shown].join("\n");
    for (const { name: channel, account, operators, send } of accounts) {
      if (!operators) continue;
      const to = { channel, account, address: operators };
      send({ id: randomUUID(), to, text, choices: [], locale: "id" }).catch(() => undefined); // it stands in the log
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
