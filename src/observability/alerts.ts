import type { Channel } from "../channels/channel.ts";
import type { Log } from "../vocabulary/message.ts";
import { type OperatorsChat, openOperatorsChat } from "./operators-chat.ts";

/** In ms. */
const REPEAT_PAUSE = 10 * 60_000;
/** The service raises these alarms once for each outage. */
const RAISED_ONCE = new Set<unknown>(["outage", "outage-over"]);
/** An alert shows only these fields. */
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
  connect(accounts: readonly Channel[]): void;
  refusedWith(channel: Channel): string | undefined;
};

export function openAlerts(log: Log): Alerts {
  const told = new Map<string, number>();
  let chats: ReadonlyMap<Channel, OperatorsChat> = new Map();

  function sendAlert(fields: Record<string, unknown>, message: string): void {
    const shown = SHOWN.flatMap((name) => (fields[name] === undefined ? [] : [`${name}: ${String(fields[name])}`]));
    const key = `${message} ${shown.join(" ")}`;
    const now = performance.now();
    if (!RAISED_ONCE.has(fields.alarm) && (told.get(key) ?? Number.NEGATIVE_INFINITY) > now - REPEAT_PAUSE) return;
    if (told.size > 1_000) told.clear();
    told.set(key, now);
    const text = [`${fields.alarm === "outage-over" ? "✓" : "⚠"} ${message}`, ...shown].join("\n");
    for (const chat of chats.values()) chat.tell(text);
  }

  return {
    log(level, fields, message) {
      log(level, fields, message);
      if (level === "error" || fields.alarm !== undefined) sendAlert(fields, message);
    },
    connect(all) {
      const heard = all.filter(({ operators }) => operators !== undefined);
      chats = new Map(heard.map((one) => [one, openOperatorsChat(one, log)]));
    },
    refusedWith: (channel) => chats.get(channel)?.refusedWith(),
  };
}
