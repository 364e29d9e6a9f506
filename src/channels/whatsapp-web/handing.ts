import { setTimeout as pause } from "node:timers/promises";
import { request } from "undici";
import type { Log } from "../../message.ts";
import { signatureOf } from "./index.ts";
import type { Handed } from "./schema.ts";

/** Pauses before a message is handed on again, in ms; the last repeats. */
const PAUSES = [0, 500, 2_000, 5_000, 15_000];
/** Messages that wait to be handed on; the oldest is let go beyond, which WhatsApp still shows as unread. */
const MOST_WAITING = 10_000;

export type Handing = {
  add(message: Handed): void;
  waiting(): number;
  /** Whether a message of this chat waits. */
  waits(chat: string): boolean;
  close(): void;
};

/** Hands messages on in order, each until it is taken; the service knows one that comes twice. `dropped` hears whose was let go. */
export function openHanding(webhook: string, secret: string, log: Log, dropped: (chat: string) => void): Handing {
  const queue: Handed[] = [];
  let running = false;
  let closed = false;
  async function run(): Promise<void> {
    running = true;
    for (let attempt = 0; queue[0] !== undefined && !closed; ) {
      await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0);
      const [first] = queue;
      const taken = await handedOver(webhook, secret, JSON.stringify(first));
      attempt = taken ? 0 : attempt + 1;
      if (taken && queue[0] === first) queue.shift();
      else if (attempt === 1) log("warn", { waiting: queue.length }, "service away, messages wait");
    }
    running = false;
  }
  return {
    add(message) {
      queue.push(message);
      if (queue.length > MOST_WAITING) dropped(queue.shift()?.from ?? "");
      if (!running) void run();
    },
    waiting: () => queue.length,
    waits: (chat) => queue.some(({ from }) => from === chat),
    close: () => {
      closed = true;
    },
  };
}

async function handedOver(webhook: string, secret: string, body: string): Promise<boolean> {
  try {
    const headers = { "content-type": "application/json", "x-sapa-signature": signatureOf(secret, body) };
    const answer = await request(webhook, {
      method: "POST",
      headers,
      body,
      headersTimeout: 10_000,
      bodyTimeout: 10_000,
    });
    await answer.body.dump();
    return answer.statusCode < 300;
  } catch {
    return false;
  }
}
