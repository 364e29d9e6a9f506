import { setTimeout as pause } from "node:timers/promises";
import { request } from "undici";
import type { Log } from "../../vocabulary/message.ts";
import { signatureOf } from "./index.ts";
import { PERSON } from "./parse.ts";
import type { GatewayMessage } from "./schema.ts";
import { limitWork } from "./time-limit.ts";

/** In ms, before each attempt. The last pause repeats. */
const PAUSES = [0, 500, 2_000, 5_000, 15_000];
/** In ms. After this time, the gateway sends the message without the person's other id. */
const ASK_LIMIT = 1_500;
/** Above this number, the gateway drops the oldest message, which stays unread on the phone. */
const MOST_WAITING = 10_000;

export type Handing = {
  add(message: GatewayMessage): void;
  countWaiting(): number;
  hasWaiting(chat: string): boolean;
  close(): void;
};

export function openHanding(
  webhook: string,
  secret: string,
  log: Log,
  dropped: (chat: string) => void,
  otherId: (person: string) => Promise<string | undefined> = async () => undefined,
): Handing {
  const aliases = new Map<string, string>();
  const queue: GatewayMessage[] = [];
  let running = false;
  let closed = false;
  async function handOnAll(): Promise<void> {
    running = true;
    for (let attempt = 0; queue[0] !== undefined && !closed; ) {
      await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0);
      const [first] = queue;
      const taken = first && (await postMessage(webhook, secret, JSON.stringify(await addAlias(first))));
      attempt = taken ? 0 : attempt + 1;
      if (taken && queue[0] === first) queue.shift();
      else if (attempt === 1) log("warn", { waiting: queue.length }, "service away, messages wait");
    }
    running = false;
  }
  async function addAlias(message: GatewayMessage): Promise<GatewayMessage> {
    const person = message.author ?? message.from;
    if (!PERSON.test(person)) return message;
    const known = aliases.get(person);
    const alias = known ?? (await limitWork(otherId(person), ASK_LIMIT).catch(() => undefined));
    if (alias === undefined) return message;
    if (!known && aliases.size >= MOST_WAITING) aliases.clear();
    aliases.set(person, alias);
    return { ...message, alias };
  }
  return {
    add(message) {
      queue.push(message);
      if (queue.length > MOST_WAITING) dropped(queue.shift()?.from ?? "");
      if (!running) void handOnAll();
    },
    countWaiting: () => queue.length,
    hasWaiting: (chat) => queue.some(({ from }) => from === chat),
    close: () => {
      closed = true;
    },
  };
}

async function postMessage(webhook: string, secret: string, body: string): Promise<boolean> {
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
