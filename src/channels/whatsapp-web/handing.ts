import { setTimeout as pause } from "node:timers/promises";
import { request } from "undici";
import type { Log } from "../../vocabulary/message.ts";
import { signatureOf } from "./index.ts";
import { PERSON } from "./parse.ts";
import type { Handed } from "./schema.ts";
import { within } from "./time-limit.ts";

/** Pauses before a message is handed on again, in ms; the last repeats. */
const PAUSES = [0, 500, 2_000, 5_000, 15_000];
/** Ms in which the phone says under which other id it knows a person: without it the message goes all the same. */
const ASK_LIMIT = 1_500;
/** Messages that wait to be handed on; the oldest is let go beyond, which WhatsApp still shows as unread. */
const MOST_WAITING = 10_000;

export type Handing = {
  add(message: Handed): void;
  waiting(): number;
  /** Whether a message of this chat waits. */
  waits(chat: string): boolean;
  close(): void;
};

/** Hands messages on in order, each until it is taken; the service knows one that comes twice. `dropped` hears whose was let go, `otherId` tells a person's id of the other kind. */
export function openHanding(
  webhook: string,
  secret: string,
  log: Log,
  dropped: (chat: string) => void,
  otherId: (person: string) => Promise<string | undefined> = async () => undefined,
): Handing {
  /** By person; one who is not known under another id now is asked for again. */
  const aliases = new Map<string, string>();
  const queue: Handed[] = [];
  let running = false;
  let closed = false;
  async function run(): Promise<void> {
    running = true;
    for (let attempt = 0; queue[0] !== undefined && !closed; ) {
      await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0);
      const [first] = queue;
      const taken = first && (await handedOver(webhook, secret, JSON.stringify(await named(first))));
      attempt = taken ? 0 : attempt + 1;
      if (taken && queue[0] === first) queue.shift();
      else if (attempt === 1) log("warn", { waiting: queue.length }, "service away, messages wait");
    }
    running = false;
  }
  async function named(message: Handed): Promise<Handed> {
    const person = message.author ?? message.from;
    if (!PERSON.test(person)) return message;
    const known = aliases.get(person);
    const alias = known ?? (await within(otherId(person), ASK_LIMIT).catch(() => undefined));
    if (alias === undefined) return message;
    if (!known && aliases.size >= MOST_WAITING) aliases.clear();
    aliases.set(person, alias);
    return { ...message, alias };
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
