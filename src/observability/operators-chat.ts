import { randomUUID } from "node:crypto";
import type { Channel } from "../channels/channel.ts";
import { clockTimeWithZone, DEFAULT_ZONE } from "../time.ts";
import { appError } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";

/** In ms. */
const RETRY = 15_000;
const LONGEST_PAUSE = 5 * 60_000;
/** In ms. */
const TRIED_FOR = 60 * 60_000;
const MOST_WAITING = 200;
/** In ms. A later alert says when it was raised. */
const LATE = 60_000;

type Alert = { text: string; at: number };
export type OperatorsChat = {
  tell(text: string): void;
  refusedWith(): string | undefined;
};

export function openOperatorsChat(channel: Channel, log: Log): OperatorsChat {
  const { name, account, district, operators = "" } = channel;
  const to = { channel: name, account, address: operators };
  let waiting: Alert[] = [];
  let refusal: string | undefined;
  let pause = RETRY;
  let retry: NodeJS.Timeout | undefined;
  let isSending = false;

  /** Returns `away` if the platform cannot take any alert now. */
  async function send(alert: Alert): Promise<"told" | "refused" | "away"> {
    const isLate = Date.now() - alert.at > LATE;
    const raised = `raised: ${clockTimeWithZone(alert.at, DEFAULT_ZONE)}`;
    const text = isLate ? `${alert.text}\n${raised}` : alert.text;
    try {
      await channel.send({ id: randomUUID(), to, text, choices: [], locale: "id" });
    } catch (thrown) {
      const { code, retryable, details } = appError(thrown);
      const fields = { channel: name, account, district, code, platformCode: details?.platformCode };
      if (refusal === undefined)
        log("warn", fields, "the operators' chat took no alert; it is tried again for an hour");
      refusal = code;
      return retryable ? "away" : "refused";
    }
    refusal = undefined;
    pause = RETRY;
    return "told";
  }

  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(retry);
    const left: Alert[] = [];
    for (let alert = waiting.shift(); alert; alert = waiting.shift()) {
      const result = await send(alert);
      if (result !== "told") left.push(alert);
      if (result === "away") break;
    }
    waiting = [...left, ...waiting].filter(({ at }) => Date.now() - at < TRIED_FOR).slice(-MOST_WAITING);
    isSending = false;
    if (waiting.length === 0) return;
    retry = setTimeout(() => void sendAll(), pause).unref();
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }

  return {
    tell(text) {
      waiting.push({ text, at: Date.now() });
      void sendAll();
    },
    refusedWith: () => refusal,
  };
}
