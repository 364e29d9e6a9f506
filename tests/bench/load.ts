import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";

/** Plays the chats and a Bot API that answers after `latency` ms. */
export type LoadOrder = {
  webhook: string;
  secret: string;
  chats: number;
  script: string[];
  /** With `rate`, messages begin at `rate` a second, even before earlier answers. */
  concurrency: number;
  rate?: number;
  latency: number;
  /** The share of updates that the stand-in delivers twice. */
  redelivered?: number;
  /** In messages a second: one more chat, which waits for no answer. */
  flood?: number;
};

export type LoadResult = {
  messages: number;
  seconds: number;
  perSecond: number;
  webhookP50: number;
  webhookP99: number;
  replyP50: number;
  replyP95: number;
  replyP99: number;
  wrong: number;
  doubled: number;
};

const FLOODING = 999_999;

const replies = new Map<number, { expect: () => void }>();
const received = new Map<number, number>();
let latency = 0;
let surplus = 0;

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const respond = () => {
      response.setHeader("content-type", "application/json");
      response.end('{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":""}}');
      if (!request.url?.endsWith("/sendMessage")) return;
      const chat = Number(/"chat_id":"?(\d+)/.exec(body)?.[1]);
      received.set(chat, (received.get(chat) ?? 0) + 1);
      if (chat === FLOODING) return;
      const waiting = replies.get(chat);
      if (!waiting) surplus += 1;
      replies.delete(chat);
      waiting?.expect();
    };
    if (latency > 0) setTimeout(respond, latency);
    else respond();
  });
});
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1", () =>
  process.send?.({ apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);

process.on("message", async (order: LoadOrder) => {
  process.send?.({ result: await load(order) });
});

const percentile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
};

async function load(order: LoadOrder): Promise<LoadResult> {
  latency = order.latency;
  surplus = 0;
  received.clear();
  const url = new URL(order.webhook);
  const pool = new Pool(url.origin, { connections: 128, pipelining: 1 });
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": order.secret };
  const webhooks: number[] = [];
  const answers: number[] = [];
  let update = Math.floor(Math.random() * 1e9);
  let wrong = 0;

  async function post(body: string): Promise<void> {
    const started = performance.now();
    const answer = await pool.request({ method: "POST", path: url.pathname, headers, body });
    await answer.body.dump();
    webhooks.push(performance.now() - started);
    if (answer.statusCode !== 200) wrong += 1;
  }

  function updateOf(chat: number, text: string): string {
    update += 1;
    const from = { id: chat, is_bot: false, first_name: "Warga", language_code: "id" };
    const message = {
      message_id: update,
      from,
      chat: { id: chat, type: "private", first_name: "Warga" },
      date: 1_795_000_000,
      text,
    };
    return JSON.stringify({ update_id: update, message });
  }

  async function say(chat: number, text: string): Promise<void> {
    const body = updateOf(chat, text);
    const started = performance.now();
    const answered = new Promise<void>((resolve) => replies.set(chat, { expect: resolve }));
    await post(body);
    if (order.redelivered && Math.random() < order.redelivered) await post(body);
    await answered;
    answers.push(performance.now() - started);
  }

  const every = 1_000 / (order.flood ?? 1);
  const flooding = order.flood
    ? setInterval(() => void post(updateOf(FLOODING, "menu")).catch(() => undefined), every)
    : undefined;
  const started = performance.now();
  const chats = Array.from({ length: order.chats }, (_, index) => 1_000_000 + index);
  if (order.rate) await atRate(order, chats, say);
  else await closedLoop(order, chats, say);
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(flooding);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await pool.destroy();
  const messages = answers.length;
  return {
    messages,
    seconds: Math.round(seconds * 100) / 100,
    perSecond: Math.round(messages / seconds),
    webhookP50: percentile(webhooks, 0.5),
    webhookP99: percentile(webhooks, 0.99),
    replyP50: percentile(answers, 0.5),
    replyP95: percentile(answers, 0.95),
    replyP99: percentile(answers, 0.99),
    wrong,
    doubled: surplus,
  };
}

async function closedLoop(
  { concurrency, script }: LoadOrder,
  chats: number[],
  say: (chat: number, text: string) => Promise<void>,
) {
  const waiting = [...chats];
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let chat = waiting.pop(); chat !== undefined; chat = waiting.pop())
        for (const text of script) await say(chat, text);
    }),
  );
}

async function atRate(
  { rate = 1, script }: LoadOrder,
  chats: number[],
  say: (chat: number, text: string) => Promise<void>,
) {
  const running: Promise<void>[] = [];
  const started = performance.now();
  for (const [index, chat] of chats.entries()) {
    const due = started + (index * script.length * 1_000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(
      (async () => {
        for (const text of script) {
          await say(chat, text);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      })(),
    );
  }
  await Promise.all(running);
}
